// Giving the terminal back, whatever happens. What runs in a signal uses async-signal-safe calls only.
#define _GNU_SOURCE
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>
#include <term.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
static const int news[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
static struct sigaction crashes_before[COUNT(crashes)];
static struct sigaction crashes_after[COUNT(crashes)];  // who hears of a crash once we have heard
static struct sigaction news_before[COUNT(news)];

static struct termios shell_settings;
static pid_t owner = 0;
static volatile sig_atomic_t is_guarding = 0;
static volatile sig_atomic_t is_raw_now = 0;
static volatile sig_atomic_t is_shown_now = 0;
static volatile sig_atomic_t told = 0;
static int wake[2] = {-1, -1};
static char give_back[512];
static size_t give_back_length = 0;
static volatile sig_atomic_t errors_held = -1;    // the memory that stands in for standard error
static volatile sig_atomic_t errors_screen = -1;  // standard error itself, meanwhile

static void put(int file, const char *bytes, size_t count) {
  while (count) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno != EINTR) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

static void release_errors(void) {
  if (errors_held < 0) return;
  int held = errors_held, screen = errors_screen;
  errors_held = errors_screen = -1;
  dup2(screen, STDERR_FILENO);
  char bytes[1024];
  off_t place = 0;
  for (ssize_t count; (count = pread(held, bytes, sizeof bytes, place)) > 0; place += count)
    put(screen, bytes, (size_t)count);
  close(held);
  close(screen);
}

// Undoes everything, at any moment; what is undone already is left alone.
static void undo(void) {
  if (!is_guarding || getpid() != owner) return;
  // In the background the settings may only be changed by those who do not listen to this.
  struct sigaction deaf = {.sa_handler = SIG_IGN}, before;
  sigaction(SIGTTOU, &deaf, &before);
  if (is_shown_now) put(STDOUT_FILENO, give_back, give_back_length);
  is_shown_now = 0;
  if (is_raw_now) tcsetattr(STDIN_FILENO, TCSANOW, &shell_settings);
  is_raw_now = 0;
  release_errors();
  sigaction(SIGTTOU, &before, NULL);
}

static void on_crash(int number) {
  int error = errno;
  undo();
  for (size_t i = 0; i < COUNT(crashes); i++) sigaction(crashes[i], &crashes_after[i], NULL);
  raise(number);
  errno = error;
}

static void on_news(int number) {
  int error = errno;
  int what = number == SIGWINCH ? CN_RESIZE
             : number == SIGTSTP ? CN_STOP
             : number == SIGCONT ? CN_CONTINUED
                                 : CN_END;
  if (what == CN_END && (told & CN_END)) {
    // Asked twice, and the first was not heard.
    undo();
    signal(number, SIG_DFL);
    raise(number);
  }
  __atomic_or_fetch(&told, what, __ATOMIC_SEQ_CST);
  (void)!write(wake[1], "", 1);
  errno = error;
}

bool cn_guard_begin(void) {
  static bool is_promised = false;
  static char stack[64 * 1024];
  if (tcgetattr(STDIN_FILENO, &shell_settings) < 0) return false;
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) < 0) return false;
  if (!is_promised && atexit(undo)) return false;
  is_promised = true;
  owner = getpid();
  told = 0;
  is_guarding = 1;

  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction crash = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
  for (size_t i = 0; i < COUNT(crashes); i++) {
    sigaction(crashes[i], &crash, &crashes_before[i]);
    // Swift's own report waits for a key: only for those who have asked for it.
    if (getenv("SWIFT_BACKTRACE")) crashes_after[i] = crashes_before[i];
  }
  struct sigaction hear = {.sa_handler = on_news, .sa_flags = SA_RESTART | SA_ONSTACK};
  for (size_t i = 0; i < COUNT(news); i++) {
    sigaction(news[i], &hear, &news_before[i]);
    // Whoever runs us so that it outlives a hang-up means it.
    if (news[i] == SIGHUP && news_before[i].sa_handler == SIG_IGN) sigaction(SIGHUP, &news_before[i], NULL);
  }
  return true;
}

static void add(const char *text) {
  if (!text || text == (char *)-1) return;
  while (*text && give_back_length < sizeof give_back - 1) {
    const char *end = !strncmp(text, "$<", 2) ? strchr(text, '>') : NULL;  // a pause for slow terminals
    if (end) text = end + 1;
    else give_back[give_back_length++] = *text++;
  }
}

void cn_guard_know(const char *modes_off) {
  give_back_length = 0;
  add("\033[?2026l");
  add(modes_off);
  add(tigetstr("rmkx"));
  add(tigetstr("sgr0"));
  add(tigetstr("op"));
  add(tigetstr("cnorm"));
  const char *leave = tigetstr("rmcup");
  add(leave && leave != (char *)-1 ? leave : "\033[999;1H\r\n");
}

void cn_guard_show(bool is_shown) { is_shown_now = is_shown; }

int cn_guard_wake(void) { return wake[0]; }

int cn_guard_take(void) {
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) {}
  return __atomic_fetch_and(&told, CN_END, __ATOMIC_SEQ_CST);
}

void cn_guard_raw(bool is_raw) {
  struct termios settings = shell_settings;
  if (is_raw) {
    // Bytes come as they are typed, and go as they are written.
    settings.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON);
    settings.c_oflag &= ~(tcflag_t)OPOST;
    settings.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG | IEXTEN);
    settings.c_cc[VMIN] = 1;
    settings.c_cc[VTIME] = 0;
    is_raw_now = 1;
  }
  while (tcsetattr(STDIN_FILENO, TCSANOW, &settings) < 0 && errno == EINTR) {}
  if (!is_raw) is_raw_now = 0;
}

void cn_guard_hold_errors(bool is_held) {
  if (!is_held) return release_errors();
  if (errors_held >= 0 || !isatty(STDERR_FILENO)) return;
  int held = memfd_create("errors", MFD_CLOEXEC);
  int screen = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  if (held < 0 || screen < 0 || dup2(held, STDERR_FILENO) < 0) {
    if (held >= 0) close(held);
    if (screen >= 0) close(screen);
    return;
  }
  errors_screen = screen;
  errors_held = held;
}

void cn_guard_stop(void) {
  struct sigaction plain = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &plain, &ours);
  // The whole job, as the terminal itself would: a script around us shall not wait for ever.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  __atomic_and_fetch(&told, ~(CN_STOP | CN_CONTINUED), __ATOMIC_SEQ_CST);
}

void cn_guard_end(void) {
  if (!is_guarding) return;
  undo();
  is_guarding = 0;
  for (size_t i = 0; i < COUNT(crashes); i++) sigaction(crashes[i], &crashes_before[i], NULL);
  for (size_t i = 0; i < COUNT(news); i++) sigaction(news[i], &news_before[i], NULL);
}
