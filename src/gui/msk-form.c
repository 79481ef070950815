/* A form over the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-form.h"

#include <glib/gi18n-lib.h>

#include "msk-hush.h"

/* Of the fields, in pixels; and what has to be left of the display. */
#define LEAST_HEIGHT 320
#define MOST_HEIGHT 560
#define BESIDE_BODY 290

#define WIDE 820

typedef struct
{
  MskPage *page;
  gboolean working;
  gboolean final; /* and nobody can stop it */
  gboolean abandoned;
  GtkWidget *apply_button;
  GtkWidget *cancel_button;
  GtkWidget *spinner;
  GtkWidget *progress_bar;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
  GtkWidget *body_bin;
  GtkWidget *focus; /* weak: where the keyboard was when work began */
} MskFormPrivate;

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_VERB,
  PROP_BODY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MskForm, msk_form, ADW_TYPE_WINDOW)

#define PRIVATE(self) ((MskFormPrivate *) msk_form_get_instance_private (self))

/* As high as what is in it, up to what the display has: a problem would else take the place of the
 * fields. */
static void
grow (MskForm *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, -1);
}

static void
show_problem (MskForm *self, const GError *error)
{
  MskFormPrivate *priv = PRIVATE (self);

  gtk_label_set_text (priv->problem_label, error->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->problem_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  error->message, -1);
  gtk_widget_set_visible (priv->problem_box, TRUE);
  grow (self);
}

/* A number that is typed counts only once its field is left, and a mnemonic leaves no field. */
static void
take_typed_number (MskForm *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *spin = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON) : NULL;

  if (spin != NULL)
    gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
}

static void
apply_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskForm *self = MSK_FORM (widget);
  g_autoptr(GError) error = NULL;

  if (PRIVATE (self)->working)
    return;

  take_typed_number (self);
  gtk_widget_set_visible (PRIVATE (self)->problem_box, FALSE);
  if (MSK_FORM_GET_CLASS (self)->apply (self, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (error != NULL)
    show_problem (self, error);
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
msk_form_close_request (GtkWindow *window)
{
  return PRIVATE (MSK_FORM (window))->final ||
         GTK_WINDOW_CLASS (msk_form_parent_class)->close_request (window);
}

static void
msk_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MskFormPrivate *priv = PRIVATE (MSK_FORM (object));

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_object (value, priv->page);
      break;
    case PROP_VERB:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (priv->apply_button)));
      break;
    case PROP_BODY:
      g_value_set_object (value, adw_bin_get_child (ADW_BIN (priv->body_bin)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
msk_form_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MskFormPrivate *priv = PRIVATE (MSK_FORM (object));

  switch (id)
    {
    case PROP_PAGE:
      priv->page = g_value_dup_object (value);
      break;
    case PROP_VERB:
      gtk_button_set_label (GTK_BUTTON (priv->apply_button), g_value_get_string (value));
      break;
    case PROP_BODY:
      adw_bin_set_child (ADW_BIN (priv->body_bin), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
msk_form_dispose (GObject *object)
{
  MskForm *self = MSK_FORM (object);

  if (PRIVATE (self)->body_bin != NULL)
    msk_hush (PRIVATE (self)->body_bin, self);

  G_OBJECT_CLASS (msk_form_parent_class)->dispose (object);
}

static void
msk_form_finalize (GObject *object)
{
  g_clear_weak_pointer (&PRIVATE (MSK_FORM (object))->focus);
  g_clear_object (&PRIVATE (MSK_FORM (object))->page);

  G_OBJECT_CLASS (msk_form_parent_class)->finalize (object);
}

static void
msk_form_class_init (MskFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = msk_form_get_property;
  object_class->set_property = msk_form_set_property;
  object_class->dispose = msk_form_dispose;
  object_class->finalize = msk_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = msk_form_close_request;

  properties[PROP_PAGE] =
      g_param_spec_object ("page", NULL, NULL, MSK_TYPE_PAGE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VERB] =
      g_param_spec_string ("verb", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "form.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/form/msk-form.ui");
  gtk_widget_class_bind_template_child_private (widget_class, MskForm, apply_button);
  gtk_widget_class_bind_template_child_private (widget_class, MskForm, cancel_button);
  gtk_widget_class_bind_template_child_private (widget_class, MskForm, spinner);
  gtk_widget_class_bind_template_child_private (widget_class, MskForm, progress_bar);
  gtk_widget_class_bind_template_child_private (widget_class, MskForm, problem_box);
  gtk_widget_class_bind_template_child_private (widget_class, MskForm, problem_label);
  gtk_widget_class_bind_template_child_private (widget_class, MskForm, scroller);
  gtk_widget_class_bind_template_child_private (widget_class, MskForm, clamp);
  gtk_widget_class_bind_template_child_private (widget_class, MskForm, body_bin);
}

static void
msk_form_init (MskForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), PRIVATE (self)->apply_button);
}

MskPage *
msk_form_get_page (MskForm *self)
{
  g_return_val_if_fail (MSK_IS_FORM (self), NULL);

  return PRIVATE (self)->page;
}

MskSession *
msk_form_get_session (MskForm *self)
{
  g_return_val_if_fail (MSK_IS_FORM (self), NULL);

  return msk_page_get_session (PRIVATE (self)->page);
}

void
msk_form_set_staying (MskForm *self)
{
  g_return_if_fail (MSK_IS_FORM (self));

  gtk_button_set_label (GTK_BUTTON (PRIVATE (self)->cancel_button), _ ("_Close"));
}

void
msk_form_set_wide (MskForm *self)
{
  MskFormPrivate *priv = PRIVATE (self);

  g_return_if_fail (MSK_IS_FORM (self));

  adw_clamp_set_maximum_size (priv->clamp, WIDE);
  adw_clamp_set_tightening_threshold (priv->clamp, WIDE);
  gtk_scrolled_window_set_min_content_height (priv->scroller,
                                              gtk_scrolled_window_get_max_content_height (
                                                  priv->scroller));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDE, -1);
}

static void
set_working (MskForm *self, gboolean working)
{
  MskFormPrivate *priv = PRIVATE (self);

  /* A field that goes to rest with the keyboard in it would never hear that the keyboard left. */
  if (working)
    {
      g_set_weak_pointer (&priv->focus, gtk_window_get_focus (GTK_WINDOW (self)));
      gtk_widget_grab_focus (priv->cancel_button);
    }
  priv->working = working;
  if (!working)
    {
      priv->final = FALSE;
      gtk_widget_set_visible (priv->cancel_button, TRUE);
    }
  gtk_widget_set_sensitive (priv->body_bin, !working);
  if (!working && priv->focus != NULL)
    gtk_widget_grab_focus (priv->focus);
  gtk_widget_set_visible (priv->spinner, working);
  if (!working)
    gtk_widget_set_visible (priv->progress_bar, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.apply", !working);
}

void
msk_form_begin_work (MskForm *self)
{
  g_return_if_fail (MSK_IS_FORM (self));

  set_working (self, TRUE);
}

void
msk_form_begin_final_work (MskForm *self)
{
  g_return_if_fail (MSK_IS_FORM (self));

  if (!PRIVATE (self)->working)
    set_working (self, TRUE);
  PRIVATE (self)->final = TRUE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (PRIVATE (self)->cancel_button, FALSE);
}

void
msk_form_set_progress (MskForm *self, double share, const char *text)
{
  MskFormPrivate *priv;

  g_return_if_fail (MSK_IS_FORM (self));

  priv = PRIVATE (self);
  if (!priv->working || priv->body_bin == NULL)
    return;

  gtk_widget_set_visible (priv->progress_bar, TRUE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (priv->progress_bar), share);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (priv->progress_bar), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->progress_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

gboolean
msk_form_is_open (MskForm *self)
{
  g_return_val_if_fail (MSK_IS_FORM (self), FALSE);

  return PRIVATE (self)->body_bin != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self));
}

void
msk_form_finish (MskForm *self, const GError *error)
{
  g_return_if_fail (MSK_IS_FORM (self));

  /* Locking destroys every form; its answer then has nobody to go to. */
  if (!msk_form_is_open (self))
    return;

  set_working (self, FALSE);
  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, error);
}

void
msk_form_abandon (MskForm *self)
{
  g_return_if_fail (MSK_IS_FORM (self));

  PRIVATE (self)->abandoned = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

gboolean
msk_form_is_abandoned (MskForm *self)
{
  g_return_val_if_fail (MSK_IS_FORM (self), FALSE);

  return PRIVATE (self)->abandoned;
}

/* So high at first that it may still grow by a problem of some lines on this display. */
static void
limit_height (MskForm *self, GtkNative *over)
{
  GdkSurface *surface = gtk_native_get_surface (over);
  GdkMonitor *monitor =
      gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  GdkRectangle area;

  if (monitor == NULL)
    return;

  gdk_monitor_get_geometry (monitor, &area);
  gtk_scrolled_window_set_max_content_height (PRIVATE (self)->scroller,
                                              CLAMP (area.height - BESIDE_BODY, LEAST_HEIGHT,
                                                     MOST_HEIGHT));
}

GtkWidget *
msk_form_new (GType type, MskPage *page)
{
  GtkWidget *self;
  GtkRoot *root;

  g_return_val_if_fail (g_type_is_a (type, MSK_TYPE_FORM), NULL);
  g_return_val_if_fail (MSK_IS_PAGE (page), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (page));
  self = g_object_new (type, "page", page, "transient-for", root, NULL);
  limit_height (MSK_FORM (self), GTK_NATIVE (root));
  return self;
}
