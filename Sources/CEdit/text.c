#define _GNU_SOURCE
#include "editor.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

void cedit_use_utf8(void) {
  setlocale(LC_ALL, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "en_US.UTF-8");
}

int cedit_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
