// What Swift cannot reach by itself: macros and globals of ncurses, and all that runs inside a signal.
#ifndef CNCURSES_H
#define CNCURSES_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <ncurses.h>

static inline WINDOW *cn_screen(void) { return stdscr; }
static inline void cn_clear(void) { clearok(curscr, true); }
static inline uint32_t cn_bold(void) { return A_BOLD; }
static inline uint32_t cn_dim(void) { return A_DIM; }
static inline uint32_t cn_reverse(void) { return A_REVERSE; }
static inline uint32_t cn_underline(void) { return A_UNDERLINE; }
static inline int cn_colors(void) { return COLORS; }

// Bare servers run in the "C" locale, where no Vietnamese letter survives: finds one that can.
bool cn_use_utf8(void);

// Begins to draw for a kind of terminal, into memory; false when it is not known here.
bool cn_open(const char *terminal);
// Whether that kind of terminal can be drawn on at all.
bool cn_can_move_cursor(void);
// The window's size as the kernel knows it; false when it does not.
bool cn_window_size(int *width, int *height);
// Says how a style looks.
void cn_explain(int style, uint32_t attributes, int16_t pair);
// Writes what is new in a row of cells: a character in the lower 24 bits (0 right of a wide one), a style in the
// upper 8. `before` is the row as it is shown, or nothing where the row is blank.
void cn_put_row(int y, const uint32_t *cells, const uint32_t *before, int count);
// Sends what was drawn since the last time between two strings, in one write; false when it cannot.
bool cn_send(const char *before, const char *after);
// Sends a string; false when it cannot.
bool cn_send_string(const char *text);

// What signals have told.
enum {
  CN_END = 1,        // hang-up, termination: end in order
  CN_RESIZE = 2,     // the window has another size
  CN_STOP = 4,       // somebody asks us to stop
  CN_CONTINUED = 8,  // we were stopped and go on
};

// Remembers the terminal's settings and watches signals; false when there is no terminal to remember.
// From here on a crash gives the terminal back.
bool cn_guard_begin(void);
// Adds the strings that give this kind of terminal back; call once it is open.
void cn_guard_know(const char *modes_off);
// Says whether the terminal shows us, so that a crash has something to undo.
void cn_guard_show(bool is_shown);
// The end of a pipe that can be read once a signal has told something.
int cn_guard_wake(void);
// What signals have told since the last time.
int cn_guard_take(void);
// Raw input for us, or the settings the shell had.
void cn_guard_raw(bool is_raw);
// Keeps what is written to a standard error that is the screen, and brings it out afterwards.
void cn_guard_hold_errors(bool is_held);
// Stops this job as ^Z does, and comes back when it goes on.
void cn_guard_stop(void);
// Watches no more.
void cn_guard_end(void);

#endif
