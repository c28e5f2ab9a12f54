#include "editor.h"

#include <stdlib.h>
#include <string.h>

void cedit_history_set_limit(cedit_editor *editor, int limit) {
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, limit);
}

/* The event number of an equal entry, or -1. */
static int find(History *list, const char *entry) {
  HistEvent event;
  for (int more = history(list, &event, H_FIRST); more >= 0;
       more = history(list, &event, H_NEXT))
    if (strcmp(event.str, entry) == 0) return event.num;
  return -1;
}

void cedit_history_add(cedit_editor *editor, const char *entry, bool unique) {
  HistEvent event;
  int older = unique ? find(editor->history, entry) : -1;
  /* H_DEL hands over a copy of the text. */
  if (older >= 0 && history(editor->history, &event, H_DEL, older) >= 0) free((void *)event.str);
  history(editor->history, &event, H_ENTER, entry);
}
