// Drawing: ncurses draws into memory, and what it drew leaves in one write.
#define _GNU_SOURCE
#include "CNcurses.h"
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>
#include <term.h>

static int page = -1;         // where ncurses writes to
static char *sheet = NULL;    // the same, between two strings
static size_t sheet_room = 0;

bool cn_use_utf8(void) {
  static const char *const names[] = {"", "C.UTF-8", "vi_VN.UTF-8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (setlocale(LC_CTYPE, names[i]) && !strcmp(nl_langinfo(CODESET), "UTF-8")) return true;
  return false;
}

bool cn_open(const char *terminal) {
  static FILE *paper = NULL;
  if (!paper) {
    page = memfd_create("screen", MFD_CLOEXEC);
    if (page < 0 || !(paper = fdopen(page, "w"))) return false;
  }
  // What a shell has left in the environment may be of another window; it counts where nobody knows better.
  int width, height;
  if (cn_window_size(&width, &height)) {
    unsetenv("LINES");
    unsetenv("COLUMNS");
  }
  if (!newterm(terminal, paper, stdin)) return false;
  // Until it has ended once, ncurses 6.4 flushes after every cursor move. The first refresh begins anew.
  endwin();
  lseek(page, 0, SEEK_SET);
  typeahead(-1);
  nonl();
  return true;
}

bool cn_can_move_cursor(void) {
  const char *move_cursor = tigetstr("cup");
  return move_cursor && move_cursor != (char *)-1;
}

bool cn_window_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || !size.ws_col || !size.ws_row) return false;
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}

// Whether the C library, by which ncurses measures, agrees with the width that the cells were given.
static bool is_agreed(uint32_t scalar, int width) {
  if (scalar < 0x300 || (scalar >= 0x1E00 && scalar < 0x1F00)) return width == 1;
  return wcwidth((wchar_t)scalar) == width;
}

void cn_put_row(int y, const uint32_t *cells, int count, const cn_look *looks, int look_count) {
  if (count <= 0) return;
  cchar_t row[count];
  int used = 0;
  for (int x = 0; x < count; x++) {
    uint32_t scalar = cells[x] & 0xFFFFFF;
    int style = (int)(cells[x] >> 24);
    if (style >= look_count) style = 0;
    bool is_wide = scalar && x + 1 < count && !(cells[x + 1] & 0xFFFFFF);
    wchar_t text[2] = {(wchar_t)scalar, 0};
    bool is_fit = scalar && is_agreed(scalar, is_wide ? 2 : 1);
    if (!is_fit) text[0] = scalar ? L'?' : L' ';
    setcchar(&row[used++], text, looks[style].attributes, looks[style].pair, NULL);
    if (is_wide && is_fit) x++;
  }
  mvwadd_wchnstr(stdscr, y, 0, row, used);
}

static bool write_all(const char *bytes, size_t count) {
  while (count) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EAGAIN) {
      struct pollfd ready = {.fd = STDOUT_FILENO, .events = POLLOUT};
      poll(&ready, 1, -1);
    } else if (written < 0 && errno != EINTR) {
      return false;
    } else if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
  return true;
}

bool cn_send_string(const char *text) { return write_all(text, strlen(text)); }

// Lines are drawn in Unicode: no change of look has to leave the terminal's other set of characters first.
static size_t without_charsets(char *bytes, size_t count) {
  static const char leave[] = "\033(B";
  char *end = bytes + count, *to = bytes;
  for (char *from = bytes; from < end;) {
    char *next = memmem(from, (size_t)(end - from), leave, sizeof leave - 1);
    size_t kept = (size_t)((next ? next : end) - from);
    memmove(to, from, kept);
    to += kept;
    from += kept + (next ? sizeof leave - 1 : 0);
  }
  return (size_t)(to - bytes);
}

bool cn_send(const char *before, const char *after) {
  size_t head = strlen(before), tail = strlen(after);
  off_t drawn = lseek(page, 0, SEEK_CUR);
  if (drawn <= 0) return true;
  size_t whole = head + (size_t)drawn + tail;
  if (whole > sheet_room) {
    char *larger = realloc(sheet, whole * 2);
    if (!larger) return false;
    sheet = larger;
    sheet_room = whole * 2;
  }
  memcpy(sheet, before, head);
  if (pread(page, sheet + head, (size_t)drawn, 0) != drawn) return false;
  size_t kept = head + without_charsets(sheet + head, (size_t)drawn);
  memcpy(sheet + kept, after, tail);
  lseek(page, 0, SEEK_SET);
  return write_all(sheet, kept + tail);
}
