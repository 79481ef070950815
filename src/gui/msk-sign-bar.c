/* Beside the verdict: that a person has not signed for something yet, and the form to sign in (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sign-bar.h"

#include <glib/gi18n-lib.h>

#include "msk-receipt-desk.h"
#include "msk-receipt-form.h"

struct _MskSignBar
{
  AdwBin parent_instance;

  GtkLabel *label;

  MskPage *page; /* lent */
  gint64 person; /* whom the last verdict was about, or 0 */
  MskReceiptKind kind;
  MskUnsigned *what; /* what they have not signed for, or NULL */
  GtkWidget *form;   /* weak */
};

G_DEFINE_FINAL_TYPE (MskSignBar, msk_sign_bar, ADW_TYPE_BIN)

static void
msk_sign_bar_dispose (GObject *object)
{
  MskSignBar *self = MSK_SIGN_BAR (object);

  g_clear_weak_pointer (&self->form);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_SIGN_BAR);
  g_clear_object (&self->what);

  G_OBJECT_CLASS (msk_sign_bar_parent_class)->dispose (object);
}

static void
msk_sign_bar_class_init (MskSignBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_sign_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/receipts/"
                                                             "msk-sign-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MskSignBar, label);
}

static void
msk_sign_bar_init (MskSignBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Only what the verdict was about, since the other kind was not before anybody's eyes now. */
static MskUnsigned *
find_unsigned (MskSignBar *self)
{
  MskSession *session = msk_page_get_session (self->page);
  g_autoptr(GPtrArray) groups = NULL;
  MskSigning signing;

  if (self->person == 0 || !msk_page_may (self->page, MSK_ACT_RECEIPT_SIGN) ||
      !msk_receipt_desk_get_signing (session, &signing, NULL) || signing != MSK_SIGNING_SCREEN)
    return NULL;

  groups = msk_receipt_desk_list_unsigned (session, self->person, NULL);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      MskUnsigned *group = g_ptr_array_index (groups, i);

      if (group->kind == self->kind)
        return g_object_ref (group);
    }
  return NULL;
}

void
msk_sign_bar_set_page (MskSignBar *self, MskPage *page)
{
  g_return_if_fail (MSK_IS_SIGN_BAR (self) && MSK_IS_PAGE (page));

  self->page = page;
}

void
msk_sign_bar_refresh (MskSignBar *self)
{
  g_autofree char *numbers = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (MSK_IS_SIGN_BAR (self) && self->page != NULL);

  g_clear_object (&self->what);
  self->what = find_unsigned (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->what != NULL);
  if (self->what == NULL)
    return;

  numbers = msk_receipt_lines_dup_numbers (self->what->lines);
  text = g_strdup_printf (_ ("%s has not signed for %s."), self->what->person, numbers);
  gtk_label_set_text (self->label, text);
}

/* Also one that is not finished. */
static gboolean
is_return (MskVerdict *verdict)
{
  static const char *const codes[] = { "returned", "pages-uncounted", "count-again",
                                       "pages-missing", NULL };

  return g_strv_contains (codes, verdict->code);
}

void
msk_sign_bar_take (MskSignBar *self, MskVerdict *verdict)
{
  g_return_if_fail (MSK_IS_SIGN_BAR (self) && self->page != NULL);

  if (self->form != NULL)
    gtk_window_destroy (GTK_WINDOW (self->form));
  if (verdict != NULL && verdict->attendee_id != 0)
    {
      self->person = verdict->attendee_id;
      self->kind = is_return (verdict) ? MSK_RECEIPT_RETURN : MSK_RECEIPT_ISSUE;
    }
  msk_sign_bar_refresh (self);
}

gboolean
msk_sign_bar_open (MskSignBar *self)
{
  g_return_val_if_fail (MSK_IS_SIGN_BAR (self), FALSE);

  if (self->what == NULL)
    return FALSE;
  if (self->form == NULL)
    g_set_weak_pointer (&self->form, msk_receipt_form_open (self->page, self->what));
  return TRUE;
}
