/* Handlers that only take note. A pipe wakes the key reader, whichever thread a signal comes to. */
#define _GNU_SOURCE
#include "include/CEdit.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#define SIGNALS 32
static atomic_bool came[SIGNALS];
static atomic_bool deferring;
static int wake[2] = {-1, -1};

static void note(int signal) {
  int saved = errno;
  atomic_store(&came[signal], true);
  ssize_t written = write(wake[1], "", 1);
  (void)written;
  errno = saved;
}

static void note_or_suspend(int signal) {
  if (atomic_load(&deferring)) {
    note(signal);
    return;
  }
  int saved = errno;
  cedit_suspend();
  errno = saved;
}

static void watch(int signal, void (*handler)(int)) {
  struct sigaction now;
  if (sigaction(signal, NULL, &now) == 0 && now.sa_handler == SIG_IGN) return;
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

void cedit_watch_signals(void) {
  if (wake[0] >= 0 || pipe(wake) != 0) return;
  for (int end = 0; end < 2; end++) {
    fcntl(wake[end], F_SETFL, O_NONBLOCK);
    fcntl(wake[end], F_SETFD, FD_CLOEXEC);
  }
  watch(SIGINT, note);
  watch(SIGWINCH, note);
  watch(SIGCONT, note);
  watch(SIGTSTP, note_or_suspend);
}

int cedit_wake_descriptor(void) { return wake[0]; }

void cedit_drain_wake(void) {
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) continue;
}

bool cedit_signal_came(int signal) {
  return signal > 0 && signal < SIGNALS && atomic_load(&came[signal]);
}

bool cedit_take_signal(int signal) {
  return signal > 0 && signal < SIGNALS && atomic_exchange(&came[signal], false);
}

void cedit_defer_suspension(bool defer) { atomic_store(&deferring, defer); }

void cedit_suspend(void) {
  struct termios left;
  cedit_leave_terminal(&left);
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &ours);
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  /* To this thread, so that the stop comes before the next statement; never to the group. */
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  cedit_enter_terminal(&left);
}
