/* Reports on paper: made as PDF or workbook, in the language of the session.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_REPORT_LIST,        /* the sealed list of attendees, for a wet signature */
  MSK_REPORT_COPIES,      /* the copy register with the balance of each paper */
  MSK_REPORT_SWEEP,       /* the sweep report */
  MSK_REPORT_CARRIERS,    /* the register of carriers that are no copies, with their balance */
  MSK_REPORT_PLAN,        /* the issue plan, person by person, against what happened */
  MSK_REPORT_PACKS,       /* each person's pack, in the order of seats, to check it by */
  MSK_REPORT_RUNS,        /* runs of the printers, and the counts of their sheets */
  MSK_REPORT_SPOILED,     /* the register of spoiled and surplus sheets */
  MSK_REPORT_ROOM,        /* who came into the print room and left it */
  MSK_REPORT_DEVICES,     /* the register of devices in deposit */
  MSK_REPORT_UNCLAIMED,   /* those whose owner is out, or unknown */
  MSK_REPORT_MEASURES,    /* the checklist: filled in, or with lines to fill in by hand */
  MSK_REPORT_LIAISON,     /* the contacts with departments */
  MSK_REPORT_APPROVAL,    /* one request to copy, for a wet signature */
  MSK_REPORT_CIRCULATION, /* turns of readers, and loan slips */
  MSK_REPORT_CHASE,       /* turns that are overdue, or due soon */
  MSK_REPORT_PERMITS,     /* permits to take copies away */
  MSK_REPORT_LOAN_SLIP,   /* one loan slip, for signatures */
  MSK_REPORT_BADGES,      /* the register of badges */
  MSK_REPORT_DOOR,        /* who came in and went out, and the head count */
  MSK_REPORT_REFUSALS,    /* who was refused at the door */
  MSK_REPORT_INSIDE,    /* who is inside now; for the security officer and the responsible leader */
  MSK_REPORT_SEAL,      /* a seal sheet: the heads of the ledgers; each one made is a new seal */
  MSK_REPORT_SEALS,     /* the register of seals */
  MSK_REPORT_BRIEFINGS, /* who was briefed, and who was not */
  MSK_REPORT_PLEDGES,   /* who gave the pledge, or the press's undertaking */
  MSK_REPORT_NOTICES,   /* who took note of the no-recording notice */
  MSK_REPORT_EXCEPTIONS,   /* recorders and note-takers who were approved */
  MSK_REPORT_AGENDA,       /* how the room went through the agenda */
  MSK_REPORT_HANDOVER,     /* one handover's slip, for signatures, with a seal */
  MSK_REPORT_HANDOVERS,    /* the register of handovers */
  MSK_REPORT_ISSUES,       /* 分发登记: what was given to whom */
  MSK_REPORT_RETURNS,      /* 清退登记: what came back, and what did not yet */
  MSK_REPORT_PERMIT,       /* one permit, to go with its copy */
  MSK_REPORT_RECEIPTS,     /* receipts, what is not signed for, who signs for whom */
  MSK_REPORT_DESTRUCTION,  /* 销毁清单: the list of one batch, for signatures */
  MSK_REPORT_DESTRUCTIONS, /* the register of destruction, and of what went back to originators */
  MSK_REPORT_ORIGINATOR,   /* one return to an originator, for signatures */
  MSK_REPORT_VENUE_CHECK,  /* the checklist of the venue when everybody has left, to walk it with */
  MSK_REPORT_INCIDENT,     /* one incident, for signatures */
  MSK_REPORT_INCIDENTS,    /* the register of incidents */
  MSK_REPORT_CERTIFICATE,  /* of a closed meeting: what the security officer signs for */
} MskReportKind;

typedef enum
{
  MSK_REPORT_PDF,
  MSK_REPORT_XLSX, /* every cell a text */
} MskReportFormat;

/* The caller owns the PDF. Fails with MSK_INPUT_ERROR_MISSING_GLYPH,
 * MSK_RULE_ERROR_SWEEP_NOT_STARTED, or MSK_RULE_ERROR_MEETING_NOT_CLOSED for the certificate. */
GBytes *msk_report_desk_make (MskSession *session,
                              MskReportKind kind,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes it to a new private file (0600), never over another; path NULL: a neutral name in the
 * papers folder. Gives the path; the caller owns it. */
char *msk_report_desk_write (MskSession *session,
                             MskReportKind kind,
                             const char *path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same in either format, also for what is of one thing: the approval sheet of a request (what
 * is asked for, and what was decided or lines to write the decision on), a loan slip, a handover's
 * slip, the list of a batch for destruction, a return to an originator, an incident. id is 0 for
 * the others. Fail with MSK_INPUT_ERROR_NOT_FOUND too. */
GBytes *msk_report_desk_make_as (MskSession *session,
                                 MskReportKind kind,
                                 gint64 id,
                                 MskReportFormat format,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *msk_report_desk_write_as (MskSession *session,
                                MskReportKind kind,
                                gint64 id,
                                MskReportFormat format,
                                const char *path,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What somebody must be allowed who makes such a report. */
MskAct msk_report_desk_get_act (MskReportKind kind);

G_END_DECLS
