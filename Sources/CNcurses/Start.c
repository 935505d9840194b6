#include <stdint.h>
#include <sys/mman.h>

// Where the linker put the runtime's tables of types; nowhere in a program that is linked otherwise.
extern const char __executable_start[] __attribute__((weak));
extern const char __stop_swift5_type_metadata_2[] __attribute__((weak));

// The runtime looks through its tables at every start. From a cold disk they are asked for at one go and by
// themselves: the kernel would read eight megabytes around the first of them.
__attribute__((constructor(101))) static void cn_ask_for_tables(void) {
  if (!__executable_start || !__stop_swift5_type_metadata_2) return;
  uintptr_t page = 4096, begin = (uintptr_t)__executable_start & ~(page - 1);
  uintptr_t end = ((uintptr_t)__stop_swift5_type_metadata_2 + page - 1) & ~(page - 1);
  madvise((void *)begin, end - begin, MADV_RANDOM);
  madvise((void *)begin, end - begin, MADV_WILLNEED);
}
