/* One run of a printer, and the blind count of its sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What was found in the printing system when the run ended. */
typedef enum
{
  MSK_SPOOL_UNKNOWN, /* nobody could ask: the program was killed, or the printing system was gone */
  MSK_SPOOL_EMPTY,
  MSK_SPOOL_LEFT,   /* a document may still lie there */
  MSK_SPOOL_NO_JOB, /* no job that could print any more, but perhaps the file of one */
} MskSpool;

/* How the blind count of a run stands (C3, K1). */
typedef enum
{
  MSK_COUNT_NOT_NEEDED, /* nothing was sent, or into a folder: there is no paper */
  MSK_COUNT_WAITING,    /* not counted yet */
  MSK_COUNT_AGAIN,      /* counted, and another number than the register's: count again */
  MSK_COUNT_OPEN,       /* counted three times or more and still another number */
  MSK_COUNT_AGREED,
  MSK_COUNT_EXPLAINED, /* not agreed, and a second person said why */
} MskCountStanding;

/* From this count on a difference is told; before, the next count would not be blind. */
#define MSK_COUNTS_BLIND 3u

#define MSK_TYPE_PRINT_RUN (msk_print_run_get_type ())
G_DECLARE_FINAL_TYPE (MskPrintRun, msk_print_run, MSK, PRINT_RUN, GObject)

struct _MskPrintRun
{
  GObject parent_instance;

  gint64 id;
  gint64 paper_id;       /* 0: of all papers, person by person */
  char *document_number; /* of the paper, or "" */
  char *printer;
  char *place;
  gboolean on_paper;
  gboolean two_sided;
  gint64 started_at;
  char *started_by; /* user */
  gint64 ended_at;  /* 0 for never */
  MskSpool spool;
  char *traces;    /* what removes what was left, or "" */
  guint sent;      /* attempts that went to the printer */
  guint unsettled; /* of these: those of which nobody knows whether they came out */
  guint counts;    /* how often the sheets were counted */
  guint counted;   /* at the last count */
  guint expected;  /* at the last count, by the register; not to be shown before
                      msk_print_run_may_tell () */
  gint64 counted_at;
  gint64 explained_at;
  char *explained_by;
  char *explanation;
};

MskPrintRun *msk_print_run_new (void) G_GNUC_WARN_UNUSED_RESULT;

MskCountStanding msk_print_run_get_standing (MskPrintRun *self);

/* Whether the expected number may be shown: when no blind count is to come. */
gboolean msk_print_run_may_tell (MskPrintRun *self);

/* Whether the meeting's sweep may begin as far as this run goes: counted and agreed, explained, or
 * without any paper. */
gboolean msk_print_run_is_settled (MskPrintRun *self);

/* Whether the printing system may still print something of this run. */
gboolean msk_print_run_may_still_print (MskPrintRun *self);

/* How many sheets a whole copy of so many pages takes. */
guint msk_print_run_count_sheets (guint pages, gboolean two_sided);

/* Static texts in the user's language. */
const char *msk_count_standing_get_label (MskCountStanding standing);
const char *msk_spool_get_label (MskSpool spool);

G_END_DECLS
