/* The sheet on which the authority decides on a request to copy, with its own hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-approval-sheet.h"

#include <glib/gi18n-lib.h>

#include "msk-period.h"
#include "msk-report-desk-private.h"

static const char *
get_place (const char *place)
{
  return *place == '\0' ? _ ("any designated place") : place;
}

static void
add_paper (MskReport *report, MskMeeting *meeting, MskPaper *paper, gint64 now)
{
  g_autofree char *mark = msk_period_dup_mark (meeting->scheme, paper->level, paper->period);
  g_autofree char *pages = g_strdup_printf ("%u", paper->pages);
  g_autofree char *approved = g_strdup_printf ("%u", paper->approved);
  const MskAuthority authority = meeting->scheme->levels[paper->level].authority;
  g_autofree char *made = msk_report_desk_dup_time (now);
  const MskReportFact facts[] = {
    { _ ("Meeting number"), meeting->number },
    { _ ("Document number"), paper->document_number },
    { _ ("Title"), paper->title },
    { _ ("Level and period"), mark },
    { _ ("Originator"), paper->originator },
    { _ ("Pages"), pages },
    { _ ("Copies approved so far"), approved },
    { _ ("Who decides"), msk_authority_get_label (authority) },
    { _ ("Sheet made"), made },
  };

  msk_report_add_heading (report, _ ("Paper"));
  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
}

/* What is to be copied, when it is a copy (C2). */
static void
add_parent (MskReport *report, MskCopyRequest *request)
{
  g_autofree char *parent = msk_copy_number_dup_text (request->parent);
  const MskReportFact facts[] = {
    { _ ("Copy to be copied"), parent },
    { _ ("Copying organ"), request->copier },
  };

  if (request->parent != 0)
    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
}

static void
add_request (MskReport *report, MskCopyRequest *request)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, request->id);
  g_autofree char *copies = g_strdup_printf ("%u", request->copies);
  g_autofree char *at = msk_report_desk_dup_time (request->requested_at);
  const MskReportFact facts[] = {
    { _ ("Request number"), id },
    { _ ("Copies asked for"), copies },
    { _ ("What for"), request->purpose },
    { _ ("Place of copying"), get_place (request->asked_place) },
    { _ ("Asked by"), request->applicant },
    { _ ("Entered"), at },
  };

  msk_report_add_heading (report, _ ("Request"));
  add_parent (report, request);
  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
}

static void
add_blanks (MskReport *report)
{
  const char *const names[] = {
    _ ("Approved or refused"),
    _ ("Copies allowed at most"),
    _ ("Only at this place"),
    _ ("Decided by (full name)"),
    _ ("Post"),
    _ ("Organ"),
    _ ("Reference"),
    _ ("If refused, why"),
  };

  msk_report_add_blanks (report, names, G_N_ELEMENTS (names));
}

static void
add_approval (MskReport *report, MskCopyRequest *request)
{
  g_autofree char *copies = g_strdup_printf ("%u", request->granted);
  g_autofree char *decided = msk_report_desk_dup_time (request->decided_at);
  g_autofree char *recorded = msk_report_desk_dup_time (request->recorded_at);
  const MskReportFact facts[] = {
    { _ ("Decision"), msk_request_state_get_label (request->state) },
    { _ ("Copies allowed at most"), copies },
    { _ ("Only at this place"), get_place (request->place) },
    { _ ("Decided by"), request->authority },
    { _ ("Post"), request->post },
    { _ ("Organ"), request->organ },
    { _ ("Standing of the organ"), msk_standing_get_label (request->standing) },
    { _ ("Reference"), request->reference },
    { _ ("Decided"), decided },
    { _ ("Recorded"), recorded },
  };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
}

static void
add_refusal (MskReport *report, MskCopyRequest *request)
{
  g_autofree char *recorded = msk_report_desk_dup_time (request->recorded_at);
  const MskReportFact facts[] = {
    { _ ("Decision"), msk_request_state_get_label (request->state) },
    { _ ("Reason"), request->reason },
    { _ ("Recorded"), recorded },
  };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
}

static void
add_decision (MskReport *report, MskCopyRequest *request)
{
  const gboolean approved = request->state == MSK_REQUEST_APPROVED;
  const MskReportSigner signers[] = {
    { _ ("Asked by"), request->applicant },
    { _ ("Authority"), approved ? request->authority : NULL },
  };

  msk_report_add_heading (report, _ ("Decision"));
  if (request->state == MSK_REQUEST_OPEN)
    add_blanks (report);
  else if (approved)
    add_approval (report, request);
  else
    add_refusal (report, request);
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
}

MskReport *
msk_approval_sheet_new (MskMeeting *meeting, MskPaper *paper, MskCopyRequest *request, gint64 now)
{
  g_autofree char *mark = msk_period_dup_mark (meeting->scheme, paper->level, paper->period);
  const MskReportHead head = { .level_mark = mark,
                               .level_label = msk_scheme_get_word (meeting->scheme, paper->level),
                               .title = _ ("Approval of copying") };
  MskReport *report = msk_report_new (&head);

  add_paper (report, meeting, paper, now);
  add_request (report, request);
  add_decision (report, request);
  return report;
}
