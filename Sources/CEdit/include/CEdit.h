/*
 * What nn-repl needs of C, and no more: libedit's variadic calls as plain functions, and the few
 * things that have to be safe inside a signal handler. No policy lives here.
 *
 * Text crosses this border as Unicode scalars, because `wchar_t` is not the same type everywhere.
 */
#ifndef CEDIT_H
#define CEDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

/* ---- Text (text.c) ---- */

/* Takes the user's locale, with UTF-8 for text whatever the locale says. libedit drops what it
   cannot encode, so this comes before everything else. */
void cedit_use_utf8(void);

/* Terminal columns of one scalar: 0, 1 or 2; -1 for a control character. */
int cedit_width(uint32_t scalar);

/* ---- The line editor (editor.c) ---- */

typedef struct cedit_editor cedit_editor;

/* What libedit does after one of our own commands. */
enum {
  CEDIT_KEEP,    /* the screen is right as it is */
  CEDIT_REFRESH, /* the line changed */
  CEDIT_CURSOR,  /* only the cursor moved */
  CEDIT_BEEP     /* the command had nothing to do */
};

typedef struct {
  void *context;
  /* Waits for a key: 1 with `*key` set, 0 at the end of input, -1 to abandon the line. */
  int (*next_key)(void *context, uint32_t *key);
  /* Runs our command number `command` (0 ..< CEDIT_COMMANDS); answers with one of the above. */
  int (*perform)(void *context, int command);
} cedit_callbacks;

/* How many commands of our own may be bound, under the names nn-command-0, nn-command-1, … */
#define CEDIT_COMMANDS 16

/* An editor on standard input and output, or NULL where the terminal's type is unknown. */
cedit_editor *cedit_open(const char *program, cedit_callbacks callbacks);
/* Ends it, and leaves in the terminal's queue what was typed and not yet read. */
void cedit_close(cedit_editor *editor);

/* Reads a line; the scalars stay valid until the next call. NULL when no line came of it. */
const uint32_t *cedit_read_line(cedit_editor *editor, size_t *length);

/* The prompt, ended by 0. Text between two characters 1 is sent as it is and takes no columns. */
void cedit_set_prompt(cedit_editor *editor, const uint32_t *prompt);

/* The line being edited. */
const uint32_t *cedit_line(cedit_editor *editor, size_t *length, size_t *cursor);
/* Inserts scalars, ended by 0, at the cursor. False when there is no memory for them. */
bool cedit_insert(cedit_editor *editor, const uint32_t *text);
/* Deletes `count` scalars before the cursor. */
void cedit_delete_before(cedit_editor *editor, int count);
/* Moves the cursor by `delta` scalars, within the line. */
void cedit_move(cedit_editor *editor, int delta);

/* Redraws the prompt and the line from where the terminal's cursor is. */
void cedit_redraw(cedit_editor *editor);
/* Asks the terminal for its size. */
void cedit_resize(cedit_editor *editor);
/* Puts the terminal into the mode for editing (true) or for running commands (false). */
void cedit_set_editing(cedit_editor *editor, bool editing);

/* ---- Key bindings (bindings.c) ---- */

/* "emacs" or "vi". Resets all bindings. */
void cedit_set_keymap(cedit_editor *editor, const char *name);
/* Binds a key (in libedit's notation) to a command by name; `alternative` is vi's command mode. */
void cedit_bind(cedit_editor *editor, const char *key, const char *command, bool alternative);
/* Runs one line of an .editrc. False when libedit did not understand it. */
bool cedit_run_setting(cedit_editor *editor, const char *line);

/* ---- History (history.c) ---- */

void cedit_history_set_limit(cedit_editor *editor, int limit);
/* Adds an entry. With `unique`, an equal older one is taken out; that walks the whole list. */
void cedit_history_add(cedit_editor *editor, const char *entry, bool unique);

/* ---- Signals (signals.c) ---- */

/* Starts to watch SIGINT, SIGWINCH, SIGTSTP and SIGCONT, save those the parent had us ignore. */
void cedit_watch_signals(void);
/* Readable once a watched signal has come; -1 before cedit_watch_signals. */
int cedit_wake_descriptor(void);
/* Empties the wake descriptor. */
void cedit_drain_wake(void);
/* Whether the signal came since it was last taken or forgotten. */
bool cedit_signal_came(int signal);
/* The same, and forgets it. */
bool cedit_take_signal(int signal);

/* While true, SIGTSTP is only noted, for the key reader to act upon; else it stops at once. */
void cedit_defer_suspension(bool defer);
/* Gives the terminal back, stops this process as Ctrl-Z would, and takes the terminal again. */
void cedit_suspend(void);

/* ---- The terminal's own state (guard.c) ---- */

/* Remembers how the terminal is now, as what to go back to when this process ends or stops,
   however it ends: by exit, SIGTERM, SIGHUP, SIGQUIT or a crash. False if it is no terminal. */
bool cedit_guard_terminal(int descriptor);
/* Where to write to the guarded terminal without ever waiting for it: EAGAIN where it takes no more
   now. -1 where there is none, or it may not be opened. */
int cedit_unblocked_output(void);
/* What to write when leaving the terminal and when coming back to it; up to 255 bytes each. */
void cedit_guard_sequences(const char *leave, const char *enter);
/* Goes back to the remembered state, if we are the terminal's foreground process. */
void cedit_leave_terminal(struct termios *left);
/* Takes up again the state that was left. */
void cedit_enter_terminal(const struct termios *left);

#endif
