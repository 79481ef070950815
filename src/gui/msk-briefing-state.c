/* What is shown of briefing, pledge, notice and duty cards, and what is offered (M1, M5, M8, P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-briefing-state.h"

#include <glib/gi18n-lib.h>

#include "msk-time-text.h"

/* So many are named; of more it is said how many there are. */
#define MOST_NAMES 6

MskBriefingState
msk_briefing_state_make (MskRole role,
                         MskMeetingState meeting,
                         GPtrArray *lines,
                         GPtrArray *selected)
{
  MskBriefingState state = { 0 };
  const gboolean goes_on = meeting != MSK_MEETING_STATE_CLOSED;

  g_return_val_if_fail (lines != NULL && selected != NULL, state);

  state.listed = lines->len;
  for (guint i = 0; i < lines->len; i++)
    {
      const MskPledgeLine *line = g_ptr_array_index (lines, i);

      state.lacking += !msk_pledge_state_is_complete (&line->state);
    }
  state.can_brief_many = goes_on && msk_role_may (role, MSK_ACT_ACKNOWLEDGE) && lines->len > 0;
  state.can_print = goes_on && msk_role_may (role, MSK_ACT_TEXT_SHEET_MAKE);
  state.can_set_texts = meeting == MSK_MEETING_STATE_OPEN && msk_role_may (role, MSK_ACT_TEXT_SET);
  state.can_assign = goes_on && msk_role_may (role, MSK_ACT_DUTY_ASSIGN) && selected->len > 0;
  for (guint i = 0; i < selected->len; i++)
    state.can_end = state.can_end ||
                    (state.can_assign && MSK_PLEDGE_LINE (g_ptr_array_index (selected, i))->posts);
  return state;
}

guint
msk_briefing_state_list_whom (MskTextKind kind, gboolean selected, MskSheetWhom *whom)
{
  guint count = 0;

  g_return_val_if_fail (whom != NULL, 0);

  if (selected)
    whom[count++] = MSK_SHEET_FOR_SELECTED;
  whom[count++] = MSK_SHEET_FOR_LACKING;
  whom[count++] = MSK_SHEET_FOR_INSIDE;
  if (kind == MSK_TEXT_DUTY)
    whom[count++] = MSK_SHEET_FOR_NOBODY;
  return count;
}

const char *
msk_briefing_state_get_whom_label (MskSheetWhom whom)
{
  switch (whom)
    {
    case MSK_SHEET_FOR_SELECTED:
      return _ ("those selected");
    case MSK_SHEET_FOR_LACKING:
      return _ ("everybody who owes it");
    case MSK_SHEET_FOR_INSIDE:
      return _ ("those inside who owe it");
    case MSK_SHEET_FOR_NOBODY:
      return _ ("nobody by name");
    default:
      g_return_val_if_reached ("");
    }
}

char *
msk_briefing_state_dup_text (const MskBriefingState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->lacking == 0)
    return g_strdup_printf (_ ("People on the list: %u. Nobody lacks anything."), self->listed);

  return g_strdup_printf (_ ("People on the list: %u. Something is missing of: %u."), self->listed,
                          self->lacking);
}

GPtrArray *
msk_briefing_state_dup_owed (GPtrArray *texts, GPtrArray *lines)
{
  GPtrArray *owed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < lines->len; j++)
      {
        MskTextVersion *text = g_ptr_array_index (texts, i);

        if (!msk_pledge_line_owes (g_ptr_array_index (lines, j), text->kind, text->post))
          continue;
        g_ptr_array_add (owed, g_object_ref (text));
        break;
      }

  return owed;
}

char *
msk_briefing_state_dup_names (GPtrArray *lines)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len && i < MOST_NAMES; i++)
    {
      const MskAttendee *person = MSK_PLEDGE_LINE (g_ptr_array_index (lines, i))->attendee;

      g_ptr_array_add (names, *person->unit == '\0'
                                  ? g_strdup (person->name)
                                  : g_strdup_printf (_ ("%s (%s)"), person->name, person->unit));
    }
  if (lines->len > MOST_NAMES)
    g_ptr_array_add (names, g_strdup_printf (_ ("%u more"), lines->len - MOST_NAMES));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (_ (", "), (char **) names->pdata);
}

guint
msk_briefing_state_count_lacking (GPtrArray *lines, MskTextVersion *text)
{
  guint count = 0;

  for (guint i = 0; i < lines->len; i++)
    count += msk_pledge_line_lacks (g_ptr_array_index (lines, i), text->kind, text->post);

  return count;
}

/* The newest record that stands of any version of a text; of that in force alone. */
static MskAcknowledgement *
find_record (GPtrArray *acknowledgements, MskTextVersion *text, gboolean in_force)
{
  MskAcknowledgement *found = NULL;

  for (guint i = 0; i < acknowledgements->len; i++)
    {
      MskAcknowledgement *each = g_ptr_array_index (acknowledgements, i);

      if (each->kind == text->kind && each->post == text->post && each->annulled_at == 0 &&
          (!in_force || each->number == text->number))
        found = each;
    }

  return found;
}

MskAcknowledgement *
msk_briefing_state_find (GPtrArray *acknowledgements, MskTextVersion *text)
{
  return find_record (acknowledgements, text, TRUE);
}

char *
msk_briefing_state_dup_title (MskTextVersion *text)
{
  if (text->kind == MSK_TEXT_DUTY)
    return g_strdup_printf (_ ("%s: %s, version %u"), msk_text_kind_get_label (text->kind),
                            msk_post_get_label (text->post), text->number);

  return g_strdup_printf (_ ("%s, version %u"), msk_text_kind_get_label (text->kind), text->number);
}

char *
msk_briefing_state_dup_choice (MskTextVersion *text)
{
  const char *label = msk_text_kind_get_label (text->kind);

  return text->kind == MSK_TEXT_DUTY
             ? g_strdup_printf (_ ("%s (%s)"), msk_post_get_label (text->post), label)
             : g_strdup (label);
}

char *
msk_briefing_state_dup_standing (GPtrArray *acknowledgements, MskTextVersion *text)
{
  MskAcknowledgement *record = find_record (acknowledgements, text, TRUE);
  g_autofree char *at = NULL;

  if (record != NULL)
    {
      at = msk_time_text_format (record->at);
      return g_strdup_printf (_ ("acknowledged %s, %s, recorded by %s"), at,
                              msk_manner_get_label (record->manner), record->recorded_by);
    }

  record = find_record (acknowledgements, text, FALSE);
  if (record == NULL)
    return g_strdup (_ ("not acknowledged yet"));

  at = msk_time_text_format (record->at);
  return g_strdup_printf (_ ("not acknowledged yet; version %u was, %s"), record->number, at);
}

char *
msk_briefing_state_dup_meaning (guint taken_note, guint lacking)
{
  g_autofree char *taken =
      taken_note == 0
          ? g_strdup (_ ("Nobody has taken note of this version."))
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u person has taken note of this version and would owe "
                                          "the new one.",
                                          "%u people have taken note of this version and would owe "
                                          "the new one.",
                                          taken_note),
                             taken_note);
  g_autofree char *owed =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person owes the text already.",
                                    "%u people owe the text already.", lacking),
                       lacking);

  /* TRANSLATORS: two sentences. */
  return lacking == 0 ? g_steal_pointer (&taken) : g_strdup_printf (_ ("%s %s"), taken, owed);
}

char *
msk_briefing_state_dup_change (MskTextVersion *text, guint taken_note)
{
  g_autofree char *place = g_strdup_printf (_ ("It takes the place of version %u, which stays in "
                                               "the register."),
                                            text->number);
  g_autofree char *owing = NULL;

  if (taken_note == 0)
    return g_strdup_printf ("%s\n\n%s", place, _ ("Nobody has taken note of that version."));

  owing = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "%u person has taken note of that version and owes the new "
                                        "one.",
                                        "%u people have taken note of that version and owe the new "
                                        "one.",
                                        taken_note),
                           taken_note);
  return g_strdup_printf ("%s\n\n%s\n\n%s", place, owing,
                          text->kind == MSK_TEXT_DUTY
                              ? _ ("Until they have taken note of it, the post is not theirs.")
                              : _ ("Until they have taken note of it, the door does not let them "
                                   "in "
                                   "and the desk gives them no papers."));
}

static void
append_language (GString *reading, const char *text)
{
  g_autofree char *title = msk_text_dup_title (text);
  g_auto(GStrv) paragraphs = msk_text_dup_paragraphs (text);
  g_autofree char *below = g_strjoinv ("\n", paragraphs);

  g_string_append_printf (reading, "%s%s\n%s", reading->len > 0 ? "\n\n" : "", title, below);
}

char *
msk_briefing_state_dup_reading (MskTextVersion *text)
{
  GString *reading = g_string_new (NULL);

  append_language (reading, text->chinese);
  append_language (reading, text->english);
  return g_string_free (reading, FALSE);
}

MskLook
msk_briefing_state_look (gboolean lacking)
{
  return msk_look_of_vetting (lacking ? MSK_VETTING_PROPOSED : MSK_VETTING_APPROVED);
}
