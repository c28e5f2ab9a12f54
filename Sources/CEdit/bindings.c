#include "editor.h"

void cedit_set_keymap(cedit_editor *editor, const char *name) {
  el_set(editor->line, EL_EDITOR, name);
}

void cedit_bind(cedit_editor *editor, const char *key, const char *command, bool alternative) {
  if (alternative)
    el_set(editor->line, EL_BIND, "-a", key, command, NULL);
  else
    el_set(editor->line, EL_BIND, key, command, NULL);
}

bool cedit_run_setting(cedit_editor *editor, const char *line) {
  Tokenizer *tokenizer = tok_init(NULL);
  if (tokenizer == NULL) return false;
  int count = 0;
  const char **words = NULL;
  bool understood = tok_str(tokenizer, line, &count, &words) == 0 &&
                    (count == 0 || el_parse(editor->line, count, words) == 0);
  tok_end(tokenizer);
  return understood;
}
