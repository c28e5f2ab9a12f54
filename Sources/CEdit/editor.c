#define _GNU_SOURCE
#include "editor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static cedit_editor *owner(EditLine *line) {
  void *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

static int next_key(EditLine *line, wchar_t *key) {
  cedit_editor *editor = owner(line);
  uint32_t scalar = 0;
  int outcome = editor->callbacks.next_key(editor->callbacks.context, &scalar);
  *key = (wchar_t)scalar;
  return outcome;
}

static wchar_t *prompt(EditLine *line) {
  static wchar_t none[1];
  cedit_editor *editor = owner(line);
  return editor->prompt ? editor->prompt : none;
}

static unsigned char perform(EditLine *line, int command) {
  cedit_editor *editor = owner(line);
  switch (editor->callbacks.perform(editor->callbacks.context, command)) {
  case CEDIT_REFRESH: return CC_REFRESH;
  case CEDIT_CURSOR: return CC_CURSOR;
  case CEDIT_BEEP: return CC_ERROR;
  default: return CC_NORM;
  }
}

/* libedit hands a command nothing to tell it by, so each number has a function of its own. */
#define EACH_COMMAND(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) \
  X(10) X(11) X(12) X(13) X(14) X(15)
#define DEFINE(n) \
  static unsigned char command_##n(EditLine *line, wint_t key) { \
    (void)key; \
    return perform(line, n); \
  }
EACH_COMMAND(DEFINE)

static void add_commands(EditLine *line) {
#define ADD(n) el_wset(line, EL_ADDFN, L"nn-command-" #n, L"nn-repl's own", command_##n);
  EACH_COMMAND(ADD)
}

/* Opens libedit with its warnings captured: the only one is that TERM is unknown. */
static EditLine *open_quietly(const char *program) {
  char *warning = NULL;
  size_t length = 0;
  FILE *captured = open_memstream(&warning, &length);
  if (captured == NULL) return NULL;
  EditLine *line = el_init(program, stdin, stdout, captured);
  fflush(captured);
  bool warned = length > 0;
  if (line != NULL) el_set(line, EL_SETFP, 2, stderr);
  fclose(captured);
  free(warning);
  if (line != NULL && warned) {
    el_set(line, EL_EDITMODE, 0);
    el_end(line);
    return NULL;
  }
  return line;
}

cedit_editor *cedit_open(const char *program, cedit_callbacks callbacks) {
  cedit_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->callbacks = callbacks;
  editor->history = history_init();
  editor->line = open_quietly(program);
  if (editor->line == NULL || editor->history == NULL) {
    cedit_close(editor);
    return NULL;
  }
  el_set(editor->line, EL_CLIENTDATA, editor);
  el_set(editor->line, EL_SIGNAL, 0);
  el_wset(editor->line, EL_GETCFN, next_key);
  el_wset(editor->line, EL_PROMPT_ESC, prompt, (wchar_t)1);
  el_set(editor->line, EL_HIST, history, editor->history);
  /* While a command runs, what is typed ahead is neither echoed nor cut into lines, and Ctrl-C throws
     nothing away: what leaves a screen may still be on its way to the terminal. */
  el_set(editor->line, EL_SETTY, "-x", "-echo", "-icanon", "+noflsh", "-isig", NULL);
  /* While a line is edited, and from one that was abandoned to the next, Ctrl-C and its like come as
     keys, in their turn: as signals they would overtake what was typed before them, or throw away
     what was typed after. */
  el_set(editor->line, EL_SETTY, "-d", "-isig", "-ixon", NULL);
  add_commands(editor->line);
  return editor;
}

void cedit_close(cedit_editor *editor) {
  if (editor->line != NULL) {
    /* With editing on, el_end would throw away what was typed ahead. */
    el_set(editor->line, EL_EDITMODE, 0);
    el_end(editor->line);
  }
  if (editor->history != NULL) history_end(editor->history);
  free(editor->prompt);
  free(editor);
}

/* Lets Ctrl-C and its like stop what a line asks for. */
static void make_signals_of_keys(void) {
  struct termios mode;
  if (tcgetattr(STDIN_FILENO, &mode) != 0) return;
  mode.c_lflag |= ISIG;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
}

const uint32_t *cedit_read_line(cedit_editor *editor, size_t *length) {
  int count = 0;
  const wchar_t *line = el_wgets(editor->line, &count);
  if (line != NULL) make_signals_of_keys();
  *length = count > 0 ? (size_t)count : 0;
  return (const uint32_t *)line;
}

void cedit_set_prompt(cedit_editor *editor, const uint32_t *prompt) {
  free(editor->prompt);
  editor->prompt = wcsdup((const wchar_t *)prompt);
}

const uint32_t *cedit_line(cedit_editor *editor, size_t *length, size_t *cursor) {
  const LineInfoW *info = el_wline(editor->line);
  *length = (size_t)(info->lastchar - info->buffer);
  *cursor = (size_t)(info->cursor - info->buffer);
  return (const uint32_t *)info->buffer;
}

bool cedit_insert(cedit_editor *editor, const uint32_t *text) {
  return el_winsertstr(editor->line, (const wchar_t *)text) == 0;
}

void cedit_delete_before(cedit_editor *editor, int count) { el_deletestr(editor->line, count); }

void cedit_move(cedit_editor *editor, int delta) { el_cursor(editor->line, delta); }

void cedit_redraw(cedit_editor *editor) { el_set(editor->line, EL_REFRESH); }

void cedit_resize(cedit_editor *editor) { el_resize(editor->line); }

void cedit_set_editing(cedit_editor *editor, bool editing) {
  el_set(editor->line, EL_PREP_TERM, editing ? 1 : 0);
}
