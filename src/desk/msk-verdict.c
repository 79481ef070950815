/* What one scan came to: how it is made, and how a refusal becomes one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-verdict-private.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

#define VERDICTS_MAX 300

G_DEFINE_FINAL_TYPE (MskVerdict, msk_verdict, G_TYPE_OBJECT)

static void
msk_verdict_finalize (GObject *object)
{
  MskVerdict *self = MSK_VERDICT (object);

  g_free (self->code);
  g_free (self->headline);
  g_free (self->text);
  g_free (self->document_number);
  g_free (self->description);
  g_free (self->shelf);
  g_free (self->person);
  g_free (self->unit);
  g_free (self->standing);
  g_free (self->helper);
  g_clear_object (&self->count);
  g_clear_pointer (&self->family, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_verdict_parent_class)->finalize (object);
}

static void
msk_verdict_class_init (MskVerdictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_verdict_finalize;
}

static void
msk_verdict_init (MskVerdict *self)
{
}

/* Those behind which may stand a lost or copied paper, or somebody who should not be here. */
static gboolean
is_alarm (const GError *error)
{
  static const MskRuleError alarms[] = {
    MSK_RULE_ERROR_REJECTED,
    MSK_RULE_ERROR_COPY_VOID,
    MSK_RULE_ERROR_COPY_MISSING,
    MSK_RULE_ERROR_COPY_DESTROYED,
    MSK_RULE_ERROR_VOID_TAG,
    MSK_RULE_ERROR_VOID_BADGE,
    MSK_RULE_ERROR_OTHER_MEETING,
    MSK_RULE_ERROR_FORGED_TAG,
    MSK_RULE_ERROR_SECOND_SIGHTING,
    MSK_RULE_ERROR_CARRIER_VOID,
    MSK_RULE_ERROR_CARRIER_MISSING,
    MSK_RULE_ERROR_CARRIER_DESTROYED,
    MSK_RULE_ERROR_DEVICE_VOID,
    MSK_RULE_ERROR_NOT_THE_OWNER,
    MSK_RULE_ERROR_PAGES_DIFFER,
    MSK_RULE_ERROR_WITHDRAWN,
    MSK_RULE_ERROR_PAGES_SURPLUS,
    MSK_RULE_ERROR_COPY_WITH_ORIGINATOR,
    MSK_RULE_ERROR_CARRIER_WITH_ORIGINATOR,
  };

  if (error->domain != MSK_RULE_ERROR)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (alarms); i++)
    if (error->code == (int) alarms[i])
      return TRUE;

  return FALSE;
}

MskVerdict *
msk_verdict_new (MskTone tone, const char *code, const char *headline, const char *text, gint64 at)
{
  MskVerdict *self = g_object_new (MSK_TYPE_VERDICT, NULL);

  self->tone = tone;
  self->code = g_strdup (code);
  self->headline = g_strdup (headline);
  self->text = g_strdup (text);
  self->at = at;
  self->document_number = g_strdup ("");
  self->description = g_strdup ("");
  self->shelf = g_strdup ("");
  self->person = g_strdup ("");
  self->unit = g_strdup ("");
  self->standing = g_strdup ("");
  self->helper = g_strdup ("");
  return self;
}

MskVerdict *
msk_verdict_new_refusal (const GError *error, gint64 at)
{
  gboolean alarm = is_alarm (error);

  return msk_verdict_new (alarm ? MSK_TONE_ALARM : MSK_TONE_REFUSED, msk_error_get_name (error),
                          alarm ? _ ("Stop") : _ ("Refused"), error->message, at);
}

void
msk_verdict_set_copy (MskVerdict *self, MskCopy *copy, guint page)
{
  self->number = copy->number;
  self->page = page;
  self->paper_id = copy->paper_id;
  g_free (self->document_number);
  self->document_number = g_strdup (copy->document_number);
}

void
msk_verdict_set_carrier (MskVerdict *self, MskCarrier *carrier)
{
  self->carrier = carrier->number;
  self->carrier_kind = carrier->kind;
  g_free (self->description);
  self->description = g_strdup (carrier->description);
}

void
msk_verdict_set_device (MskVerdict *self, MskDevice *device)
{
  self->device = device->number;
  self->device_kind = device->kind;
  g_free (self->description);
  self->description = g_strdup (device->description);
  g_free (self->shelf);
  self->shelf = g_strdup (device->shelf);
}

void
msk_verdict_set_person (MskVerdict *self, MskAttendee *attendee)
{
  self->attendee_id = attendee->id;
  g_free (self->person);
  self->person = g_strdup (attendee->name);
  g_free (self->unit);
  self->unit = g_strdup (attendee->unit);
}

void
msk_verdict_set_standing (MskVerdict *self, const char *standing)
{
  g_free (self->standing);
  self->standing = g_strdup (standing);
}

void
msk_verdict_set_helper (MskVerdict *self, const char *helper)
{
  g_free (self->helper);
  self->helper = g_strdup (helper);
}

void
msk_verdict_put_first (GListStore *verdicts, MskVerdict *verdict)
{
  g_list_store_insert (verdicts, 0, verdict);
  if (g_list_model_get_n_items (G_LIST_MODEL (verdicts)) > VERDICTS_MAX)
    g_list_store_remove (verdicts, VERDICTS_MAX);
}
