/* Reports on paper: made as PDF, in the language of the session.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_REPORT_LIST,     /* the sealed list of attendees, for a wet signature */
  MSK_REPORT_COPIES,   /* the copy register with the balance of each paper */
  MSK_REPORT_SWEEP,    /* the sweep report */
  MSK_REPORT_CARRIERS, /* the register of carriers that are no copies, with their balance */
  MSK_REPORT_PLAN,     /* the issue plan, person by person, against what happened */
  MSK_REPORT_PACKS,    /* each person's pack, in the order of seats, to check it by */
  MSK_REPORT_RUNS,     /* runs of the printers, and the counts of their sheets */
  MSK_REPORT_SPOILED,  /* the register of spoiled and surplus sheets */
  MSK_REPORT_ROOM,     /* who came into the print room and left it */
  MSK_REPORT_APPROVAL, /* one request to copy, for a wet signature; made by the functions below */
} MskReportKind;

/* The caller owns the PDF. Fails with MSK_INPUT_ERROR_MISSING_GLYPH,
 * MSK_RULE_ERROR_SWEEP_NOT_STARTED. */
GBytes *msk_report_desk_make (MskSession *session,
                              MskReportKind kind,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes it to a new private file (0600), never over another; path NULL: a neutral name in the
 * papers folder. Gives the path; the caller owns it. */
char *msk_report_desk_write (MskSession *session,
                             MskReportKind kind,
                             const char *path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for the approval sheet of one request: what is asked for, and what was decided or lines
 * to write the decision on. Fail with MSK_INPUT_ERROR_NOT_FOUND too. */
GBytes *msk_report_desk_make_approval (MskSession *session,
                                       gint64 request_id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *msk_report_desk_write_approval (MskSession *session,
                                      gint64 request_id,
                                      const char *path,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
