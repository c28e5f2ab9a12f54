/* Whatever ends this process, the terminal is left as it was found. Everything that runs in a
   handler here is async-signal-safe. */
#define _GNU_SOURCE
#include "include/CEdit.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int terminal = -1;
/* The terminal that standard output goes to, opened again so that writing to it never waits. */
static int unblocked = -1;
static struct termios original;
/* A handler may read one pair while the next is being written to the other slot. */
struct sequences { char leave[256], enter[256]; };
static struct sequences slots[2];
static struct sequences *_Atomic sequences = &slots[0];

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { CRASHES = sizeof crashes / sizeof *crashes };
static struct sigaction before_us[CRASHES];

static bool in_foreground(void) { return terminal >= 0 && tcgetpgrp(terminal) == getpgrp(); }

static void send(const char *sequence) {
  ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
  (void)written;
}

/* How long a process that has to end waits for a terminal that accepts nothing. */
enum { TRIES = 10, PAUSE = 20 };

/* Whether all of it was sent within that time. */
static bool send_soon(int output, const char *sequence) {
  size_t sent = 0, length = strlen(sequence);
  for (int try = 0; try < TRIES && sent < length; try++) {
    ssize_t count = write(output, sequence + sent, length - sent);
    if (count > 0) sent += (size_t)count;
    struct pollfd ready = {.fd = output, .events = POLLOUT};
    if (sent < length) poll(&ready, 1, PAUSE);
  }
  return sent == length;
}

/* For the end: where the terminal accepts nothing, its queued output is discarded first. */
static void send_at_once(const char *sequence) {
  int output = unblocked >= 0 ? unblocked : STDOUT_FILENO;
  int flags = fcntl(output, F_GETFL);
  fcntl(output, F_SETFL, flags | O_NONBLOCK);
  tcflow(output, TCOON);
  if (!send_soon(output, sequence)) {
    tcflush(output, TCOFLUSH);
    send_soon(output, sequence);
  }
  fcntl(output, F_SETFL, flags);
}

static void open_unblocked(void) {
  char name[256];
  if (ttyname_r(STDOUT_FILENO, name, sizeof name) == 0)
    unblocked = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

int cedit_unblocked_output(void) { return unblocked; }

void cedit_guard_sequences(const char *leave, const char *enter) {
  struct sequences *next = atomic_load(&sequences) == &slots[0] ? &slots[1] : &slots[0];
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

/* As `cedit_leave_terminal`, without waiting for anybody: a signal ends this process. */
static void leave_at_once(void) {
  if (!in_foreground()) return;
  send_at_once(atomic_load(&sequences)->leave);
  tcsetattr(terminal, TCSANOW, &original);
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
  leave_at_once();
  die(number);
}

static void leave_and_crash(int number, siginfo_t *info, void *machine) {
  leave_at_once();
  struct sigaction *before = NULL;
  for (int i = 0; i < CRASHES; i++)
    if (crashes[i] == number) before = &before_us[i];
  /* A signal that another process sent is no bug of ours: Swift's backtrace would show nothing, and wait. */
  bool sent = info->si_code == SI_USER || info->si_code == SI_QUEUE;
  if (sent || before == NULL || before->sa_handler == SIG_DFL || before->sa_handler == SIG_IGN)
    die(number);
  else if (before->sa_flags & SA_SIGINFO)
    before->sa_sigaction(number, info, machine);
  else
    before->sa_handler(number);
}

static void catch_ends(void) {
  static const int ends[] = {SIGTERM, SIGHUP,    SIGQUIT, SIGPIPE, SIGALRM, SIGUSR1,
                             SIGUSR2, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ};
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
  open_unblocked();
  catch_ends();
  catch_crashes();
  atexit(leave_at_exit);
  return true;
}
