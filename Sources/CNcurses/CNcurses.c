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

static void set_number(const char *name, int value) {
  char text[16];
  snprintf(text, sizeof text, "%d", value);
  setenv(name, text, 1);
}

bool cn_open(const char *terminal) {
  static FILE *paper = NULL;
  if (!paper) {
    page = memfd_create("screen", MFD_CLOEXEC);
    if (page < 0 || !(paper = fdopen(page, "w"))) return false;
  }
  // What a shell has left in the environment may be of another window; it counts where nobody knows better.
  // ncurses cannot ask the paper how large the window is, and would be told by the environment alone.
  int width, height;
  bool is_known = cn_window_size(&width, &height);
  if (is_known) {
    set_number("LINES", height);
    set_number("COLUMNS", width);
  }
  bool is_open = newterm(terminal, paper, stdin) != NULL;
  if (is_known) {
    unsetenv("LINES");
    unsetenv("COLUMNS");
  }
  if (!is_open) return false;
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
  static uint32_t last = 0;
  static int last_width = -1;
  if (scalar < 0x300 || (scalar >= 0x1E00 && scalar < 0x1F00)) return width == 1;
  if (scalar != last) {
    last = scalar;
    last_width = wcwidth((wchar_t)scalar);
  }
  return last_width == width;
}

static cchar_t looks[32];  // a blank in each style

void cn_explain(int style, uint32_t attributes, int16_t pair) {
  if (style < 0 || style >= (int)(sizeof looks / sizeof *looks)) return;
  setcchar(&looks[style], L" ", attributes, pair, NULL);
}

void cn_put_row(int y, const uint32_t *cells, const uint32_t *before, int count) {
  static const uint32_t blank = ' ', letter = 0xFFFFFF;
  int first = 0, end = count;
  while (first < end && cells[first] == (before ? before[first] : blank)) first++;
  while (end > first && cells[end - 1] == (before ? before[end - 1] : blank)) end--;
  if (first == end) return;
  // A wide letter is written whole.
  while (first > 0 && !(cells[first] & letter)) first--;
  while (end < count && !(cells[end] & letter)) end++;
  cchar_t row[end - first];
  int used = 0;
  for (int x = first; x < end; x++) {
    uint32_t scalar = cells[x] & letter, style = cells[x] >> 24;
    bool is_wide = scalar && x + 1 < end && !(cells[x + 1] & letter);
    bool is_fit = scalar && is_agreed(scalar, is_wide ? 2 : 1);
    row[used] = looks[style < sizeof looks / sizeof *looks ? style : 0];
    row[used++].chars[0] = is_fit ? (wchar_t)scalar : scalar ? L'?' : L' ';
    if (is_wide && is_fit) x++;
  }
  mvwadd_wchnstr(stdscr, y, first, row, used);
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
