/* Receipts (R1): what was given to or taken back from whom, and who signed for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipt.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-number.h"
#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskReceiptLine, msk_receipt_line, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskUnsigned, msk_unsigned, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskReceipt, msk_receipt, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskDesignation, msk_designation, G_TYPE_OBJECT)

static const char *const kind_labels[] = {
  [MSK_RECEIPT_ISSUE] = N_ ("issue"),
  [MSK_RECEIPT_RETURN] = N_ ("return"),
};

static const char *const way_labels[] = {
  [MSK_RECEIPT_WAY_SCREEN] = N_ ("on the screen"),
  [MSK_RECEIPT_WAY_PAPER] = N_ ("on paper"),
};

static const char *const signing_labels[] = {
  [MSK_SIGNING_NONE] = N_ ("No signatures are asked for"),
  [MSK_SIGNING_SCREEN] = N_ ("On the screen"),
  [MSK_SIGNING_PRINTED] = N_ ("On printed receipts"),
};

static void
msk_receipt_line_finalize (GObject *object)
{
  MskReceiptLine *self = MSK_RECEIPT_LINE (object);

  g_free (self->name);
  g_free (self->person);
  g_free (self->unit);
  g_free (self->user);

  G_OBJECT_CLASS (msk_receipt_line_parent_class)->finalize (object);
}

static void
msk_receipt_line_class_init (MskReceiptLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_receipt_line_finalize;
}

static void
msk_receipt_line_init (MskReceiptLine *self)
{
}

static void
msk_unsigned_finalize (GObject *object)
{
  MskUnsigned *self = MSK_UNSIGNED (object);

  g_free (self->person);
  g_free (self->unit);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (msk_unsigned_parent_class)->finalize (object);
}

static void
msk_unsigned_class_init (MskUnsignedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_unsigned_finalize;
}

static void
msk_unsigned_init (MskUnsigned *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
msk_receipt_finalize (GObject *object)
{
  MskReceipt *self = MSK_RECEIPT (object);

  g_free (self->person);
  g_free (self->unit);
  g_free (self->made_by);
  g_free (self->signer);
  g_free (self->reference);
  g_free (self->entered_by);
  g_clear_object (&self->signature);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_receipt_parent_class)->finalize (object);
}

static void
msk_receipt_class_init (MskReceiptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_receipt_finalize;
}

static void
msk_receipt_init (MskReceipt *self)
{
}

static void
msk_designation_finalize (GObject *object)
{
  MskDesignation *self = MSK_DESIGNATION (object);

  g_free (self->person);
  g_free (self->collector);
  g_free (self->collector_unit);
  g_free (self->reference);
  g_free (self->granted_by);
  g_free (self->ended_by);

  G_OBJECT_CLASS (msk_designation_parent_class)->finalize (object);
}

static void
msk_designation_class_init (MskDesignationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_designation_finalize;
}

static void
msk_designation_init (MskDesignation *self)
{
}

MskReceiptLine *
msk_receipt_line_new (void)
{
  return g_object_new (MSK_TYPE_RECEIPT_LINE, NULL);
}

MskReceipt *
msk_receipt_new (void)
{
  return g_object_new (MSK_TYPE_RECEIPT, NULL);
}

MskDesignation *
msk_designation_new (void)
{
  return g_object_new (MSK_TYPE_DESIGNATION, NULL);
}

char *
msk_receipt_line_dup_number (MskReceiptLine *self)
{
  g_return_val_if_fail (MSK_IS_RECEIPT_LINE (self), NULL);

  return self->carrier != 0 ? g_strdup_printf (_ ("carrier %04u"), self->carrier)
                            : msk_copy_number_dup_text (self->number);
}

static MskUnsigned *
begin_group (MskReceiptLine *line)
{
  MskUnsigned *group = g_object_new (MSK_TYPE_UNSIGNED, NULL);

  group->kind = line->kind;
  group->attendee_id = line->attendee_id;
  group->person = g_strdup (line->person);
  group->unit = g_strdup (line->unit);
  group->since = line->at;
  return group;
}

GPtrArray *
msk_unsigned_collect (GPtrArray *lines)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);
  MskUnsigned *group = NULL;

  g_return_val_if_fail (lines != NULL, groups);

  for (guint i = 0; i < lines->len; i++)
    {
      MskReceiptLine *line = g_ptr_array_index (lines, i);

      if (group == NULL || group->attendee_id != line->attendee_id || group->kind != line->kind)
        {
          group = begin_group (line);
          g_ptr_array_add (groups, group);
        }
      group->since = MIN (group->since, line->at);
      group->printed_on = MAX (group->printed_on, line->printed_on);
      g_ptr_array_add (group->lines, g_object_ref (line));
    }
  return groups;
}

char *
msk_receipt_lines_dup_numbers (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (lines != NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *number = msk_receipt_line_dup_number (g_ptr_array_index (lines, i));

      g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", number);
    }
  return g_string_free (text, FALSE);
}

gboolean
msk_receipt_is_outdated (MskReceipt *self)
{
  g_return_val_if_fail (MSK_IS_RECEIPT (self), FALSE);

  for (guint i = 0; !self->is_signed && i < self->lines->len; i++)
    {
      MskReceiptLine *line = g_ptr_array_index (self->lines, i);

      if (line->is_undone || line->signed_on != 0)
        return TRUE;
    }
  return FALSE;
}

const char *
msk_receipt_get_standing (MskReceipt *self)
{
  g_return_val_if_fail (MSK_IS_RECEIPT (self), "");

  if (self->is_signed)
    return msk_receipt_way_get_label (self->way);

  return msk_receipt_is_outdated (self) ? _ ("outdated, not signed") : _ ("not signed");
}

const char *
msk_receipt_kind_get_label (MskReceiptKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, kind_labels[kind]);
}

const char *
msk_receipt_way_get_label (MskReceiptWay way)
{
  g_return_val_if_fail (way < G_N_ELEMENTS (way_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, way_labels[way]);
}

const char *
msk_signing_get_label (MskSigning signing)
{
  g_return_val_if_fail (signing < G_N_ELEMENTS (signing_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, signing_labels[signing]);
}

gboolean
msk_receipt_check_signer (MskAttendee *addressee,
                          MskAttendee *signer,
                          gboolean is_designated,
                          GError **error)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (addressee) && MSK_IS_ATTENDEE (signer), FALSE);

  if (signer->id == addressee->id || is_designated)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_DESIGNATED,
               _ ("%s signs for nobody but themselves: have %s sign, or have the responsible "
                  "leader designate who signs for them."),
               signer->name, addressee->name);
  return FALSE;
}

gboolean
msk_receipt_check_collector (MskAttendee *collector, GPtrArray *lines, GError **error)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (collector) && lines != NULL, FALSE);

  for (guint i = 0; i < lines->len; i++)
    {
      MskReceiptLine *line = g_ptr_array_index (lines, i);

      if (collector->clearance < line->level)
        {
          g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_CLEARANCE_TOO_LOW,
                       _ ("%s is not cleared for %s and carries no such paper for somebody else: "
                          "have the addressee sign."),
                       collector->name, msk_level_get_label (line->level));
          return FALSE;
        }
    }
  return TRUE;
}
