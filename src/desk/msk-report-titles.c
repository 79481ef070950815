/* What stands at the head of each report.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-report-desk-private.h"

const char *
msk_report_desk_get_title (MskReportKind kind)
{
  static const char *const titles[] = {
    [MSK_REPORT_LIST] = N_ ("List of attendees"),
    [MSK_REPORT_COPIES] = N_ ("Copy register"),
    [MSK_REPORT_SWEEP] = N_ ("Sweep report"),
    [MSK_REPORT_CARRIERS] = N_ ("Register of carriers"),
    [MSK_REPORT_PLAN] = N_ ("Issue plan"),
    [MSK_REPORT_PACKS] = N_ ("List of packs"),
    [MSK_REPORT_RUNS] = N_ ("Print runs and counts"),
    [MSK_REPORT_SPOILED] = N_ ("Register of spoiled sheets"),
    [MSK_REPORT_ROOM] = N_ ("Entry log of the print room"),
    [MSK_REPORT_DEVICES] = N_ ("Register of devices"),
    [MSK_REPORT_UNCLAIMED] = N_ ("Unclaimed devices"),
    [MSK_REPORT_MEASURES] = N_ ("Measures before the meeting"),
    [MSK_REPORT_VENUE_CHECK] = N_ ("Check of the venue after the meeting"),
    [MSK_REPORT_LIAISON] = N_ ("Liaison with departments"),
    [MSK_REPORT_CIRCULATION] = N_ ("Register of circulation"),
    [MSK_REPORT_CHASE] = N_ ("Chase list"),
    [MSK_REPORT_PERMITS] = N_ ("Register of permits"),
    [MSK_REPORT_BADGES] = N_ ("Register of badges"),
    [MSK_REPORT_DOOR] = N_ ("Register of the door"),
    [MSK_REPORT_REFUSALS] = N_ ("Refused at the door"),
    [MSK_REPORT_INSIDE] = N_ ("Inside now"),
    [MSK_REPORT_SEAL] = N_ ("Seal sheet"),
    [MSK_REPORT_SEALS] = N_ ("Register of seals"),
    [MSK_REPORT_BRIEFINGS] = N_ ("Register of briefings"),
    [MSK_REPORT_PLEDGES] = N_ ("Register of pledges"),
    [MSK_REPORT_NOTICES] = N_ ("Register of the notice"),
    [MSK_REPORT_EXCEPTIONS] = N_ ("Approved recorders and note-takers"),
    [MSK_REPORT_AGENDA] = N_ ("History of the agenda"),
    [MSK_REPORT_RECEIPTS] = N_ ("Register of receipts"),
    [MSK_REPORT_HANDOVER] = N_ ("Handover slip"),
    [MSK_REPORT_HANDOVERS] = N_ ("Register of handovers"),
    [MSK_REPORT_ISSUES] = N_ ("Register of issues"),
    [MSK_REPORT_RETURNS] = N_ ("Register of returns"),
    [MSK_REPORT_DESTRUCTION] = N_ ("List for destruction"),
    [MSK_REPORT_DESTRUCTIONS] = N_ ("Register of destruction"),
    [MSK_REPORT_ORIGINATOR] = N_ ("Return to the originator"),
    [MSK_REPORT_INCIDENT] = N_ ("Report of an incident"),
    [MSK_REPORT_INCIDENTS] = N_ ("Register of incidents"),
    [MSK_REPORT_CERTIFICATE] = N_ ("Certificate of closing"),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (titles) && titles[kind] != NULL, "");

  return g_dgettext (GETTEXT_PACKAGE, titles[kind]);
}

char *
msk_report_desk_dup_incident_title (gint64 id)
{
  return g_strdup_printf (_ ("Report of incident %u"), (guint) id);
}
