/* A line of the security officer's page: a user or a printer, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-account-item.h"

#include <glib/gi18n-lib.h>

#include "msk-time-text.h"

struct _MskAccountItem
{
  GObject parent_instance;

  char *name;
  char *facts;
  gboolean live;
};

G_DEFINE_FINAL_TYPE (MskAccountItem, msk_account_item, G_TYPE_OBJECT)

static void
msk_account_item_finalize (GObject *object)
{
  MskAccountItem *self = MSK_ACCOUNT_ITEM (object);

  g_free (self->name);
  g_free (self->facts);

  G_OBJECT_CLASS (msk_account_item_parent_class)->finalize (object);
}

static void
msk_account_item_class_init (MskAccountItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_account_item_finalize;
}

static void
msk_account_item_init (MskAccountItem *self)
{
}

MskAccountItem *
msk_account_item_new_for_user (const MskUser *user)
{
  MskAccountItem *self = g_object_new (MSK_TYPE_ACCOUNT_ITEM, NULL);
  g_autofree char *added = msk_time_text_format (user->added_at);

  self->name = g_strdup (user->name);
  self->facts = user->removed ? g_strdup_printf (_ ("%s · removed: the name is not given again"),
                                                 msk_role_get_label (user->role))
                : user->has_badge
                    ? g_strdup_printf (_ ("%s · since %s · signs in with a badge"),
                                       msk_role_get_label (user->role), added)
                    : g_strdup_printf (_ ("%s · since %s"), msk_role_get_label (user->role), added);
  self->live = !user->removed;
  return self;
}

MskAccountItem *
msk_account_item_new_for_printer (const MskDesignatedPrinter *printer)
{
  MskAccountItem *self = g_object_new (MSK_TYPE_ACCOUNT_ITEM, NULL);

  self->name = g_strdup (printer->name);
  self->facts = printer->kind == MSK_PRINTER_FOLDER
                    ? g_strdup_printf (_ ("%s · folder of PDFs (demonstration): %s"),
                                       printer->place, printer->target)
                    : g_strdup_printf (_ ("%s · queue %s"), printer->place, printer->target);
  self->live = TRUE;
  return self;
}

const char *
msk_account_item_get_name (MskAccountItem *self)
{
  g_return_val_if_fail (MSK_IS_ACCOUNT_ITEM (self), "");

  return self->name;
}

const char *
msk_account_item_get_facts (MskAccountItem *self)
{
  g_return_val_if_fail (MSK_IS_ACCOUNT_ITEM (self), "");

  return self->facts;
}

gboolean
msk_account_item_is_live (MskAccountItem *self)
{
  g_return_val_if_fail (MSK_IS_ACCOUNT_ITEM (self), FALSE);

  return self->live;
}

gboolean
msk_account_item_is_same (gconstpointer a, gconstpointer b)
{
  const MskAccountItem *one = a;
  const MskAccountItem *other = b;

  return g_str_equal (one->name, other->name) && g_str_equal (one->facts, other->facts) &&
         one->live == other->live;
}
