/* What a person took note of, against which version of a text, and what they still lack.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pledge.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskAcknowledgement, msk_acknowledgement, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskPledgeLine, msk_pledge_line, G_TYPE_OBJECT)

static const char *const manner_labels[] = {
  [MSK_MANNER_ON_PAPER] = N_ ("signed on paper"),
  [MSK_MANNER_IN_THE_ROOM] = N_ ("in the room"),
};

static void
msk_acknowledgement_finalize (GObject *object)
{
  MskAcknowledgement *self = MSK_ACKNOWLEDGEMENT (object);

  g_free (self->name);
  g_free (self->unit);
  g_free (self->reference);
  g_free (self->recorded_by);
  g_free (self->annulled_by);
  g_free (self->annulment);

  G_OBJECT_CLASS (msk_acknowledgement_parent_class)->finalize (object);
}

static void
msk_acknowledgement_class_init (MskAcknowledgementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_acknowledgement_finalize;
}

static void
msk_acknowledgement_init (MskAcknowledgement *self)
{
}

static void
msk_pledge_line_dispose (GObject *object)
{
  g_clear_object (&MSK_PLEDGE_LINE (object)->attendee);

  G_OBJECT_CLASS (msk_pledge_line_parent_class)->dispose (object);
}

static void
msk_pledge_line_class_init (MskPledgeLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msk_pledge_line_dispose;
}

static void
msk_pledge_line_init (MskPledgeLine *self)
{
}

MskAcknowledgement *
msk_acknowledgement_new (void)
{
  return g_object_new (MSK_TYPE_ACKNOWLEDGEMENT, NULL);
}

MskPledgeLine *
msk_pledge_line_new (MskAttendee *attendee, guint kinds, guint posts, guint acknowledged_posts)
{
  MskPledgeLine *self;

  g_return_val_if_fail (MSK_IS_ATTENDEE (attendee), NULL);

  self = g_object_new (MSK_TYPE_PLEDGE_LINE, NULL);
  self->attendee = g_object_ref (attendee);
  self->kinds = kinds;
  self->posts = posts;
  self->acknowledged_posts = acknowledged_posts;
  self->state = msk_pledge_state_make (attendee->capacity, kinds, posts, acknowledged_posts);
  return self;
}

gboolean
msk_pledge_owes (MskCapacity capacity, MskTextKind kind)
{
  return kind == MSK_TEXT_DUTY ? capacity == MSK_CAPACITY_STAFF || capacity == MSK_CAPACITY_SERVICE
                               : kind != MSK_TEXT_UNDERTAKING || capacity == MSK_CAPACITY_PRESS;
}

MskPledgeState
msk_pledge_state_make (MskCapacity capacity, guint kinds, guint posts, guint acknowledged_posts)
{
#define HAS(kind) (!msk_pledge_owes (capacity, kind) || (kinds & (1u << (kind))) != 0)
  return (MskPledgeState){
    .briefed = HAS (MSK_TEXT_BRIEFING),
    .pledged = HAS (MSK_TEXT_PLEDGE),
    .notice_acknowledged = HAS (MSK_TEXT_NOTICE),
    .undertaking = HAS (MSK_TEXT_UNDERTAKING),
    .duties_acknowledged = (posts & ~acknowledged_posts) == 0 &&
                           (posts != 0 || !msk_pledge_owes (capacity, MSK_TEXT_DUTY)),
  };
#undef HAS
}

gboolean
msk_pledge_state_is_complete (const MskPledgeState *state)
{
  g_return_val_if_fail (state != NULL, FALSE);

  return state->briefed && state->pledged && state->notice_acknowledged && state->undertaking &&
         state->duties_acknowledged;
}

char *
msk_pledge_state_dup_lacking (const MskPledgeState *state)
{
  const gboolean there[] = {
    [MSK_TEXT_BRIEFING] = state->briefed,           [MSK_TEXT_PLEDGE] = state->pledged,
    [MSK_TEXT_NOTICE] = state->notice_acknowledged, [MSK_TEXT_UNDERTAKING] = state->undertaking,
    [MSK_TEXT_DUTY] = state->duties_acknowledged,
  };
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < G_N_ELEMENTS (there); kind++)
    if (!there[kind])
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "",
                              msk_text_kind_get_label ((MskTextKind) kind));

  return g_string_free (text, FALSE);
}

static gboolean
check_vetted (MskAttendee *attendee, GError **error)
{
  if (attendee->vetting == MSK_VETTING_APPROVED)
    return TRUE;

  if (attendee->vetting == MSK_VETTING_REJECTED || attendee->vetting == MSK_VETTING_WITHDRAWN)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_REJECTED,
                         _ ("This person may not come and is not briefed: leave them out."));
  else
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_NOT_DECIDED,
                         _ ("This person is not approved, and people are vetted before they are "
                            "briefed: have the responsible leader decide first."));
  return FALSE;
}

gboolean
msk_pledge_line_owes (MskPledgeLine *self, MskTextKind kind, MskPost post)
{
  g_return_val_if_fail (MSK_IS_PLEDGE_LINE (self), FALSE);
  g_return_val_if_fail ((kind == MSK_TEXT_DUTY) == (post != MSK_POST_NONE), FALSE);

  return kind == MSK_TEXT_DUTY ? (self->posts & (1u << post)) != 0
                               : msk_pledge_owes (self->attendee->capacity, kind);
}

gboolean
msk_pledge_line_lacks (MskPledgeLine *self, MskTextKind kind, MskPost post)
{
  g_return_val_if_fail (MSK_IS_PLEDGE_LINE (self), FALSE);
  g_return_val_if_fail ((kind == MSK_TEXT_DUTY) == (post != MSK_POST_NONE), FALSE);

  return msk_pledge_line_owes (self, kind, post) &&
         (kind == MSK_TEXT_DUTY ? (self->acknowledged_posts & (1u << post)) == 0
                                : (self->kinds & (1u << kind)) == 0);
}

gboolean
msk_pledge_check (MskAttendee *attendee,
                  MskTextKind kind,
                  MskPost post,
                  guint posts,
                  GError **error)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (attendee), FALSE);

  if (!check_vetted (attendee, error))
    return FALSE;

  if (kind == MSK_TEXT_UNDERTAKING && attendee->capacity != MSK_CAPACITY_PRESS)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("Only the press gives this undertaking: leave this person out."));
      return FALSE;
    }
  if (kind == MSK_TEXT_DUTY && (posts & (1u << post)) == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("This person does not have this post: give it to them first, or "
                              "leave them out."));
      return FALSE;
    }

  return TRUE;
}

gboolean
msk_manner_check (MskTextKind kind, MskManner manner, const char *reference, GError **error)
{
  g_return_val_if_fail (reference != NULL, FALSE);

  if (kind == MSK_TEXT_UNDERTAKING && manner != MSK_MANNER_ON_PAPER)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("The press signs its undertaking: have it signed on paper, and "
                              "record "
                              "the reference of the sheet."));
      return FALSE;
    }

  if ((manner == MSK_MANNER_ON_PAPER) == (*reference != '\0'))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("What was signed on paper has the reference of its sheet, and what was "
                          "said in the room has none: correct the reference."));
  return FALSE;
}

const char *
msk_manner_get_label (MskManner manner)
{
  g_return_val_if_fail (manner < G_N_ELEMENTS (manner_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, manner_labels[manner]);
}
