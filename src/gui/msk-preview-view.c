/* The pages of a paper, stamped as a specimen or as they were handed in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-preview-view.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-paper-row.h"
#include "msk-period.h"
#include "msk-preview-desk.h"
#include "msk-preview-state.h"

#define PIXEL_SIZE 4
#define RATIO_A4 1.414

struct _MskPreviewView
{
  MskPage parent_instance;

  GtkWidget *page_entry;
  GtkLabel *count_label;
  GtkToggleButton *stamp_button;
  GtkToggleButton *enlarge_button;
  GtkWidget *area;
  GtkStack *stack;
  GtkLabel *wait_label;
  AdwStatusPage *error_page;
  GtkScrolledWindow *scroller;
  GtkPicture *picture;
  GtkLabel *mark_label;
  GtkLabel *title_label;
  GtkLabel *facts_label;
  GtkWidget *notes_box;
  GtkLabel *notes_label;
  GtkWidget *warnings_box;
  GtkLabel *warnings_label;

  MskPreview *preview; /* NULL while no paper is open */
  guint page;
  guint side;            /* that was last drawn */
  double ratio;          /* of the last picture: height by width */
  GCancellable *drawing; /* NULL while nothing is drawn */
  guint resize_id;
  gboolean again; /* what is drawn is no longer what is wanted */
};

G_DEFINE_FINAL_TYPE (MskPreviewView, msk_preview_view, MSK_TYPE_PAGE)

static guint
get_pages (MskPreviewView *self)
{
  return msk_preview_get_paper (self->preview)->pages;
}

/* Lines of a list, each a paragraph of its own. */
static void
show_lines (GtkWidget *box, GtkLabel *label, GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : "\n", (char *) lines->pdata[i]);

  gtk_label_set_text (label, text->str);
  gtk_widget_set_visible (box, text->len > 0);
  g_string_free (text, TRUE);
}

/* The picture as the display takes it: what the worker leaves open in each pixel is opaque. */
static GdkTexture *
make_texture (const MskPreviewPage *drawn)
{
  gsize size;
  const guint8 *pixels = g_bytes_get_data (drawn->pixels, &size);
  guint8 *opaque = g_memdup2 (pixels, size);
  g_autoptr(GBytes) bytes = g_bytes_new_take (opaque, size);

  for (gsize i = PIXEL_SIZE - 1; i < size; i += PIXEL_SIZE)
    opaque[i] = 0xff;

  return gdk_memory_texture_new ((int) drawn->width, (int) drawn->height,
                                 GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes,
                                 (gsize) drawn->width * PIXEL_SIZE);
}

static void
show_picture (MskPreviewView *self, const MskPreviewPage *drawn)
{
  const gboolean enlarged = gtk_toggle_button_get_active (self->enlarge_button);
  g_autoptr(GdkTexture) texture = make_texture (drawn);
  g_autofree char *name = g_strdup_printf (_ ("Page %u of %u"), self->page, get_pages (self));

  self->ratio = (double) drawn->height / drawn->width;
  gtk_picture_set_can_shrink (self->picture, !enlarged);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (self->picture, name);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_lines (self->notes_box, self->notes_label, drawn->notes);
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

static void begin_drawing (MskPreviewView *self);

static void
drawn_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr(MskPreviewView) self = MSK_PREVIEW_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPreviewPage) drawn = msk_preview_draw_finish (MSK_PREVIEW (source), answer, &error);

  /* The view went away, or shows another paper by now. */
  if (self->preview != (gpointer) source)
    return;

  g_clear_object (&self->drawing);
  if (self->again)
    begin_drawing (self);
  else if (drawn != NULL)
    show_picture (self, drawn);
  else
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
}

static guint
get_side (MskPreviewView *self)
{
  return msk_preview_state_get_side (gtk_widget_get_width (self->area),
                                     gtk_widget_get_height (self->area),
                                     gtk_widget_get_scale_factor (self->area), self->ratio,
                                     gtk_toggle_button_get_active (self->enlarge_button));
}

/* One worker at a time: who turns pages fast gets the page where they stop. */
static void
begin_drawing (MskPreviewView *self)
{
  self->again = FALSE;
  self->side = get_side (self);
  if (self->side == 0)
    return; /* until there is room for it */

  self->drawing = g_cancellable_new ();
  msk_preview_draw_async (self->preview, self->page, self->side,
                          gtk_toggle_button_get_active (self->stamp_button), self->drawing,
                          drawn_cb, g_object_ref (self));
}

static void
show_position (MskPreviewView *self)
{
  const MskPreviewState state = msk_preview_state_make (self->page, get_pages (self));
  g_autofree char *page = g_strdup_printf ("%u", self->page);
  g_autofree char *count = g_strdup_printf (_ ("of %u"), get_pages (self));
  g_autofree char *wait =
      g_strdup_printf (_ ("Drawing page %u of %u"), self->page, get_pages (self));

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), page);
  gtk_label_set_text (self->count_label, count);
  gtk_label_set_text (self->wait_label, wait);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.back", state.can_go_back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.on", state.can_go_on);
}

/* Shows nothing of what was there before under the number of another page. */
static void
show_page (MskPreviewView *self, guint page)
{
  self->page = page;
  show_position (self);
  gtk_picture_set_paintable (self->picture, NULL);
  gtk_widget_set_visible (self->notes_box, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  if (self->drawing == NULL)
    begin_drawing (self);
  else
    {
      self->again = TRUE;
      g_cancellable_cancel (self->drawing);
    }
}

static void
turn_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPreviewView *self = MSK_PREVIEW_VIEW (widget);

  if (self->preview == NULL)
    return;

  if (g_str_equal (action_name, "preview.on"))
    show_page (self, MIN (self->page + 1, get_pages (self)));
  else if (g_str_equal (action_name, "preview.back"))
    show_page (self, MAX (self->page, 2) - 1);
  else if (g_str_equal (action_name, "preview.first"))
    show_page (self, 1);
  else
    show_page (self, get_pages (self));
}

static void
again_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPreviewView *self = MSK_PREVIEW_VIEW (widget);

  if (self->preview != NULL)
    show_page (self, self->page);
}

static void
page_entered_cb (GtkEntry *entry, MskPreviewView *self)
{
  guint page;

  if (self->preview == NULL)
    return;

  if (msk_preview_state_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), get_pages (self),
                               &page))
    show_page (self, page);
  else
    {
      show_position (self);
      gtk_widget_error_bell (GTK_WIDGET (entry));
    }
}

static void
look_changed_cb (GtkToggleButton *button, GParamSpec *pspec, MskPreviewView *self)
{
  if (self->preview != NULL)
    show_page (self, self->page);
}

/* Not while it is allocated, when nothing may change. */
static gboolean
resized_cb (gpointer user_data)
{
  MskPreviewView *self = MSK_PREVIEW_VIEW (user_data);

  self->resize_id = 0;
  if (self->preview != NULL && get_side (self) != self->side)
    show_page (self, self->page);
  return G_SOURCE_REMOVE;
}

static void
area_resized_cb (GtkDrawingArea *area, int width, int height, MskPreviewView *self)
{
  if (self->resize_id == 0)
    self->resize_id = g_idle_add (resized_cb, self);
}

/* What is shown of a paper does not change while it is looked at. */
static void
msk_preview_view_refresh (MskPage *page)
{
}

static void
msk_preview_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (msk_preview_view_parent_class)->unmap (widget);
  msk_preview_view_close (MSK_PREVIEW_VIEW (widget));
}

static void
msk_preview_view_dispose (GObject *object)
{
  MskPreviewView *self = MSK_PREVIEW_VIEW (object);

  msk_preview_view_close (self);
  g_clear_handle_id (&self->resize_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_PREVIEW_VIEW);

  G_OBJECT_CLASS (msk_preview_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    guint keys[2];
    GdkModifierType modifiers;
  } turns[] = {
    { "preview.back", { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0 },
    { "preview.on", { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0 },
    { "preview.first", { GDK_KEY_Home, GDK_KEY_KP_Home }, GDK_CONTROL_MASK },
    { "preview.last", { GDK_KEY_End, GDK_KEY_KP_End }, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      gtk_widget_class_install_action (widget_class, turns[i].name, NULL, turn_action);
      for (guint key = 0; key < G_N_ELEMENTS (turns[i].keys); key++)
        gtk_widget_class_add_binding_action (widget_class, turns[i].keys[key], turns[i].modifiers,
                                             turns[i].name, NULL);
    }
  gtk_widget_class_install_action (widget_class, "preview.again", NULL, again_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "paper.back", NULL);
}

static void
msk_preview_view_class_init (MskPreviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_preview_view_dispose;
  widget_class->unmap = msk_preview_view_unmap;
  MSK_PAGE_CLASS (klass)->refresh = msk_preview_view_refresh;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/papers/"
                                                             "msk-preview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, page_entry);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, count_label);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, stamp_button);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, enlarge_button);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, area);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, wait_label);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, error_page);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, scroller);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, picture);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, mark_label);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, facts_label);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, notes_box);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, notes_label);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, MskPreviewView, warnings_label);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, area_resized_cb);
}

static void
msk_preview_view_init (MskPreviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_paper (MskPreviewView *self)
{
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self)));
  MskPaper *paper = msk_preview_get_paper (self->preview);
  g_autofree char *mark = msk_period_dup_mark (meeting->scheme, paper->level, paper->period);
  g_autofree char *title = g_strdup_printf ("%s  %s", paper->document_number, paper->title);
  g_autofree char *facts = msk_paper_row_dup_facts (paper);

  gtk_label_set_text (self->mark_label, mark);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->facts_label, facts);
  show_lines (self->warnings_box, self->warnings_label, msk_preview_get_warnings (self->preview));
}

gboolean
msk_preview_view_open (MskPreviewView *self, gint64 paper_id, GError **error)
{
  MskPreview *preview;

  g_return_val_if_fail (MSK_IS_PREVIEW_VIEW (self), FALSE);

  preview = msk_preview_desk_open (msk_page_get_session (MSK_PAGE (self)), paper_id, error);
  if (preview == NULL)
    return FALSE;

  msk_preview_view_close (self);
  gtk_toggle_button_set_active (self->stamp_button, TRUE);
  gtk_toggle_button_set_active (self->enlarge_button, FALSE);
  self->preview = preview;
  self->ratio = RATIO_A4;
  show_paper (self);
  show_page (self, 1);
  return TRUE;
}

void
msk_preview_view_close (MskPreviewView *self)
{
  g_return_if_fail (MSK_IS_PREVIEW_VIEW (self));

  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_object (&self->preview);
  self->again = FALSE;
  if (self->picture != NULL)
    gtk_picture_set_paintable (self->picture, NULL);
}

gboolean
msk_preview_view_is_open (MskPreviewView *self)
{
  g_return_val_if_fail (MSK_IS_PREVIEW_VIEW (self), FALSE);

  return self->preview != NULL;
}
