/* Shared by the C files of this target; never seen by Swift. */
#ifndef CEDIT_EDITOR_H
#define CEDIT_EDITOR_H

#include "include/CEdit.h"

#include <histedit.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wchar_t holds a Unicode scalar");

struct cedit_editor {
  EditLine *line;
  History *history;
  cedit_callbacks callbacks;
  wchar_t *prompt;
};

#endif
