/* Texts on paper: a sheet a person, to be signed by hand; a duty card by itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-text-sheet.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee.h"
#include "msk-period.h"
#include "msk-report-desk-private.h"

static MskReport *
new_sheet (MskMeeting *meeting, MskTextVersion *text)
{
  g_autofree char *mark = msk_period_dup_mark (meeting->scheme, meeting->level, "");
  g_autofree char *chinese = msk_text_dup_title (text->chinese);
  g_autofree char *english = msk_text_dup_title (text->english);
  g_autofree char *version = msk_report_desk_dup_text (_ ("%s, version %u · meeting %s"),
                                                       msk_text_kind_get_label (text->kind),
                                                       text->number, meeting->number);
  const char *const subtitle[] = { english, version, NULL };
  const MskReportHead head = { .level_mark = mark,
                               .level_label = msk_scheme_get_word (meeting->scheme, meeting->level),
                               .title = chinese,
                               .subtitle_lines = subtitle };

  return msk_report_new (&head);
}

static void
add_facts (MskReport *report, MskTextVersion *text, MskAttendee *person)
{
  const char *post = msk_post_get_label (text->post);
  const MskReportFact facts[] = {
    { _ ("Name"), person != NULL ? person->name : NULL },
    { _ ("Unit"), person != NULL ? person->unit : NULL },
    { _ ("Post"), post },
  };
  const guint first = person != NULL ? 0 : 2;
  const guint last = text->post != MSK_POST_NONE ? 3 : 2;

  if (last > first)
    msk_report_add_facts (report, facts + first, last - first);
}

/* Below its title, a paragraph a line. */
static void
add_language (MskReport *report, const char *text)
{
  g_auto(GStrv) paragraphs = msk_text_dup_paragraphs (text);
  g_autofree char *below = g_strjoinv ("\n", paragraphs);

  msk_report_add_paragraph (report, below);
}

/* The desk writes the reference, by which it then records the signature. */
static void
add_lines_to_sign_on (MskReport *report, MskAttendee *person)
{
  const char *const blanks[] = { _ ("Place of the signature"), _ ("Reference of this sheet") };
  const MskReportSigner signer = { _ ("Read and signed by"), person->name };

  msk_report_add_blanks (report, blanks, G_N_ELEMENTS (blanks));
  msk_report_add_signatures (report, &signer, 1);
}

static MskReport *
compose (MskMeeting *meeting, MskTextVersion *text, MskAttendee *person)
{
  MskReport *report = new_sheet (meeting, text);

  add_facts (report, text, person);
  add_language (report, text->chinese);
  add_language (report, text->english);
  if (person != NULL)
    add_lines_to_sign_on (report, person);
  return report;
}

GBytes *
msk_text_sheet_draw (MskMeeting *meeting, MskTextVersion *text, GPtrArray *people, GError **error)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (MSK_IS_MEETING (meeting) && MSK_IS_TEXT_VERSION (text), NULL);
  g_return_val_if_fail (people == NULL || people->len > 0, NULL);

  if (people == NULL)
    g_ptr_array_add (reports, compose (meeting, text, NULL));
  for (guint i = 0; people != NULL && i < people->len; i++)
    g_ptr_array_add (reports, compose (meeting, text, g_ptr_array_index (people, i)));

  return msk_report_finish_several ((MskReport *const *) reports->pdata, reports->len, error);
}
