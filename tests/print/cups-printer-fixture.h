/* What both CUPS tests begin with: a private printing system, a printer on it, and a paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cups-printer-private.h"
#include "msk-error.h"
#include "msk-test-cups.h"

G_BEGIN_DECLS

/* What nobody may read outside the paper itself. */
#define SECRET_TITLE "AutumnHarvestPlan"
#define PAGE_COUNT 3

typedef struct
{
  MskTestCups *cups;
  MskPrinter *printer;
  GBytes *document;
  MskCupsLimits limits;

  /* A print under way in a thread of its own. */
  GThread *thread;
  GCancellable *cancellable;
  const char *reference;
  MskPrintOutcome outcome;
  GError *error;
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);

/* After changing limits. */
void fixture_apply_limits (Fixture *self);

/* Starts printing; the caller then does something to the printing system and waits for the end.
 * reference is borrowed. */
void fixture_begin_print (Fixture *self, const char *reference);
void fixture_end_print (Fixture *self);

/* A job of somebody else keeps the printer busy: what is printed now has to wait. */
void fixture_occupy_printer (Fixture *self);

/* The outcome of the last print, its error, and nothing left behind. */
void fixture_assert_ended (Fixture *self, MskPrintOutcome outcome, MskSystemError code);
void fixture_assert_no_trace (Fixture *self);

/* The command that an error's text gives to mend the matter. */
const char *fixture_get_command (const GError *error);

#define FIXTURE_ADD_TEST(path, function)                                                           \
  g_test_add ("/print/cups-printer/" path, Fixture, NULL, fixture_set_up, function,                \
              fixture_tear_down)

G_END_DECLS
