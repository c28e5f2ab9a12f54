/* Whatever ends this process, the terminal is left as it was found. Everything that runs in a
   handler here is async-signal-safe. */
#define _GNU_SOURCE
#include "include/CEdit.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int terminal = -1;
static struct termios original;
/* A handler may read one pair while the next is being written to the other place. */
struct sequences { char leave[128], enter[128]; };
static struct sequences places[2];
static struct sequences *_Atomic sequences = &places[0];

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { CRASHES = sizeof crashes / sizeof *crashes };
static struct sigaction before_us[CRASHES];

static bool in_foreground(void) { return terminal >= 0 && tcgetpgrp(terminal) == getpgrp(); }

static void send(const char *sequence) {
  ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
  (void)written;
}

void cedit_guard_sequences(const char *leave, const char *enter) {
  struct sequences *next = atomic_load(&sequences) == &places[0] ? &places[1] : &places[0];
  snprintf(next->leave, sizeof next->leave, "%s", leave);
  snprintf(next->enter, sizeof next->enter, "%s", enter);
  atomic_store(&sequences, next);
}

void cedit_leave_terminal(struct termios *left) {
  if (left != NULL) *left = original;
  /* In the background the terminal is another's, and touching it would stop us. */
  if (!in_foreground()) return;
  if (left != NULL) tcgetattr(terminal, left);
  send(atomic_load(&sequences)->leave);
  tcsetattr(terminal, TCSADRAIN, &original);
}

void cedit_enter_terminal(const struct termios *left) {
  if (!in_foreground()) return;
  tcsetattr(terminal, TCSADRAIN, left);
  send(atomic_load(&sequences)->enter);
}

static void leave_at_exit(void) {
  cedit_leave_terminal(NULL);
  cedit_guard_sequences("", "");
}

static void die(int number) {
  sigset_t this_one;
  signal(number, SIG_DFL);
  sigemptyset(&this_one);
  sigaddset(&this_one, number);
  sigprocmask(SIG_UNBLOCK, &this_one, NULL);
  raise(number);
}

static void leave_and_die(int number) {
  cedit_leave_terminal(NULL);
  die(number);
}

static void leave_and_crash(int number, siginfo_t *info, void *machine) {
  cedit_leave_terminal(NULL);
  struct sigaction *before = NULL;
  for (int i = 0; i < CRASHES; i++)
    if (crashes[i] == number) before = &before_us[i];
  /* A signal somebody sent is no bug of ours: Swift's backtrace would show nothing, and wait. */
  bool sent = info->si_code == SI_USER || info->si_code == SI_QUEUE;
  if (sent || before == NULL || before->sa_handler == SIG_DFL || before->sa_handler == SIG_IGN)
    die(number);
  else if (before->sa_flags & SA_SIGINFO)
    before->sa_sigaction(number, info, machine);
  else
    before->sa_handler(number);
}

static void catch_ends(void) {
  static const int ends[] = {SIGTERM, SIGHUP, SIGQUIT};
  struct sigaction action = {.sa_handler = leave_and_die}, now;
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (sigaction(ends[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
      sigaction(ends[i], &action, NULL);
}

static void catch_crashes(void) {
  /* A stack of its own, as the crash may be that there is no stack left. */
  static char stack[64 * 1024];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action = {
      .sa_sigaction = leave_and_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &action, &before_us[i]);
}

bool cedit_guard_terminal(int descriptor) {
  if (terminal >= 0) return true;
  if (tcgetattr(descriptor, &original) != 0) return false;
  terminal = descriptor;
  catch_ends();
  catch_crashes();
  atexit(leave_at_exit);
  return true;
}
