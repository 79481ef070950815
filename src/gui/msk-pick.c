/* Something in a list of which several can be chosen: a person, a paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pick.h"

#include <glib/gi18n-lib.h>

/* Titles in a summary; the others are only counted. */
#define N_TOLD 4

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MskPick, msk_pick, G_TYPE_OBJECT)

static void
msk_pick_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, MSK_PICK (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
msk_pick_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHOSEN:
      msk_pick_set_chosen (MSK_PICK (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
msk_pick_finalize (GObject *object)
{
  MskPick *self = MSK_PICK (object);

  g_free (self->title);
  g_free (self->facts);

  G_OBJECT_CLASS (msk_pick_parent_class)->finalize (object);
}

static void
msk_pick_class_init (MskPickClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = msk_pick_get_property;
  object_class->set_property = msk_pick_set_property;
  object_class->finalize = msk_pick_finalize;

  properties[PROP_CHOSEN] =
      g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
msk_pick_init (MskPick *self)
{
}

MskPick *
msk_pick_new (gint64 id, const char *title, const char *facts)
{
  MskPick *self = g_object_new (MSK_TYPE_PICK, NULL);

  self->id = id;
  self->title = g_strdup (title);
  self->facts = g_strdup (facts);
  return self;
}

void
msk_pick_set_chosen (MskPick *self, gboolean chosen)
{
  g_return_if_fail (MSK_IS_PICK (self));

  if (self->chosen == !!chosen)
    return;

  self->chosen = !!chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

GArray *
msk_pick_dup_ids (GPtrArray *picks)
{
  GArray *ids = NULL;

  g_return_val_if_fail (picks != NULL, NULL);

  for (guint i = 0; i < picks->len; i++)
    {
      const MskPick *pick = g_ptr_array_index (picks, i);

      if (!pick->chosen)
        continue;
      if (ids == NULL)
        ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (ids, pick->id);
    }

  return ids;
}

char *
msk_pick_dup_summary (GPtrArray *picks, const char *none)
{
  g_autoptr(GString) titles = g_string_new (NULL);
  guint count = 0;

  g_return_val_if_fail (picks != NULL, NULL);

  for (guint i = 0; i < picks->len; i++)
    {
      const MskPick *pick = g_ptr_array_index (picks, i);

      if (!pick->chosen)
        continue;
      if (count < N_TOLD)
        g_string_append_printf (titles, "%s%s", count > 0 ? _ (", ") : "", pick->title);
      else if (count == N_TOLD)
        g_string_append_printf (titles, "%s…", _ (", "));
      count++;
    }

  return count == 0 ? g_strdup (none) : g_strdup_printf (_ ("%u chosen: %s"), count, titles->str);
}
