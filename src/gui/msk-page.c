/* A page of the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-page.h"

#include "msk-hush.h"

typedef struct
{
  MskSession *session;
  gboolean stale;
  guint refresh_id;
  gboolean taken_down;
  GCancellable *work;
  MskPage *outer; /* the page round this one while work goes on, which is busy with it */
} MskPagePrivate;

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MskPage, msk_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((MskPagePrivate *) msk_page_get_instance_private (self))

static void
refresh_if_stale (MskPage *self)
{
  MskPagePrivate *priv = PRIVATE (self);

  if (!priv->stale || msk_session_is_locked (priv->session))
    return;

  priv->stale = FALSE;
  MSK_PAGE_GET_CLASS (self)->refresh (self);
}

/* The page that this one is a part of, or NULL. */
static MskPage *
find_outer (MskPage *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return parent != NULL ? (MskPage *) gtk_widget_get_ancestor (parent, MSK_TYPE_PAGE) : NULL;
}

/* One act of the desk can commit many times, as when many people are approved: read once, after it.
 */
static gboolean
refresh_cb (gpointer user_data)
{
  MskPage *self = MSK_PAGE (user_data);

  PRIVATE (self)->refresh_id = 0;
  refresh_if_stale (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MskSession *session, MskPage *self)
{
  msk_page_invalidate (self);
}

static void
msk_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (msk_page_parent_class)->map (widget);
  refresh_if_stale (MSK_PAGE (widget));
}

static void
msk_page_constructed (GObject *object)
{
  MskPage *self = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_page_parent_class)->constructed (object);
  g_signal_connect_object (PRIVATE (self)->session, "changed", G_CALLBACK (changed_cb), self, 0);
}

static void
msk_page_dispose (GObject *object)
{
  MskPagePrivate *priv = PRIVATE (MSK_PAGE (object));

  priv->taken_down = TRUE;
  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  if (priv->work != NULL)
    g_cancellable_cancel (priv->work);

  G_OBJECT_CLASS (msk_page_parent_class)->dispose (object);
}

static void
msk_page_finalize (GObject *object)
{
  MskPagePrivate *priv = PRIVATE (MSK_PAGE (object));

  g_clear_object (&priv->work);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (msk_page_parent_class)->finalize (object);
}

static void
msk_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MskPage *self = MSK_PAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, PRIVATE (self)->session);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, msk_page_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
msk_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      PRIVATE (MSK_PAGE (object))->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Taken out of the window, to which nothing brings it back. */
static void
msk_page_unroot (GtkWidget *widget)
{
  msk_hush (widget, widget);

  GTK_WIDGET_CLASS (msk_page_parent_class)->unroot (widget);
}

static void
msk_page_class_init (MskPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = msk_page_constructed;
  object_class->dispose = msk_page_dispose;
  object_class->finalize = msk_page_finalize;
  object_class->get_property = msk_page_get_property;
  object_class->set_property = msk_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = msk_page_map;
  GTK_WIDGET_CLASS (klass)->unroot = msk_page_unroot;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, MSK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
msk_page_init (MskPage *self)
{
  PRIVATE (self)->stale = TRUE;
}

MskSession *
msk_page_get_session (MskPage *self)
{
  g_return_val_if_fail (MSK_IS_PAGE (self), NULL);

  return PRIVATE (self)->session;
}

gboolean
msk_page_may (MskPage *self, MskAct act)
{
  g_return_val_if_fail (MSK_IS_PAGE (self), FALSE);

  return msk_session_may (PRIVATE (self)->session, act);
}

void
msk_page_invalidate (MskPage *self)
{
  MskPagePrivate *priv;

  g_return_if_fail (MSK_IS_PAGE (self));

  priv = PRIVATE (self);
  priv->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && priv->refresh_id == 0)
    priv->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

gboolean
msk_page_take_scan (MskPage *self, const char *code)
{
  g_return_val_if_fail (MSK_IS_PAGE (self), FALSE);

  return MSK_PAGE_GET_CLASS (self)->take_scan != NULL &&
         MSK_PAGE_GET_CLASS (self)->take_scan (self, code);
}

void
msk_page_undo (MskPage *self)
{
  g_return_if_fail (MSK_IS_PAGE (self));

  if (MSK_PAGE_GET_CLASS (self)->undo != NULL)
    MSK_PAGE_GET_CLASS (self)->undo (self);
}

void
msk_page_forget (MskPage *self)
{
  g_return_if_fail (MSK_IS_PAGE (self));

  if (MSK_PAGE_GET_CLASS (self)->forget != NULL)
    MSK_PAGE_GET_CLASS (self)->forget (self);
}

GCancellable *
msk_page_begin_work (MskPage *self)
{
  MskPagePrivate *priv;
  MskPage *outer;

  g_return_val_if_fail (MSK_IS_PAGE (self), NULL);

  priv = PRIVATE (self);
  g_return_val_if_fail (priv->work == NULL, NULL);

  g_object_ref (self);
  outer = find_outer (self);
  g_set_object (&priv->outer, outer);
  priv->work = outer != NULL ? g_object_ref (msk_page_begin_work (outer)) : g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  return priv->work;
}

void
msk_page_end_work (MskPage *self)
{
  g_return_if_fail (MSK_IS_PAGE (self));

  g_clear_object (&PRIVATE (self)->work);
  if (PRIVATE (self)->outer != NULL)
    msk_page_end_work (PRIVATE (self)->outer);
  g_clear_object (&PRIVATE (self)->outer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_object_unref (self);
}

gboolean
msk_page_is_busy (MskPage *self)
{
  MskPage *outer;

  g_return_val_if_fail (MSK_IS_PAGE (self), FALSE);

  outer = find_outer (self);
  return PRIVATE (self)->work != NULL || (outer != NULL && msk_page_is_busy (outer));
}

void
msk_page_cancel_work (MskPage *self)
{
  g_return_if_fail (MSK_IS_PAGE (self));

  if (PRIVATE (self)->work != NULL)
    g_cancellable_cancel (PRIVATE (self)->work);
}

gboolean
msk_page_is_alive (MskPage *self)
{
  g_return_val_if_fail (MSK_IS_PAGE (self), FALSE);

  return !PRIVATE (self)->taken_down;
}
