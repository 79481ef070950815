/* What the notice shows: both languages at once, as large as the display lets it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-notice-view.h"

#include "msk-notice-layout.h"

struct _MskNoticeView
{
  GtkWidget parent_instance;

  MskNotice *notice; /* or NULL */
};

G_DEFINE_FINAL_TYPE (MskNoticeView, msk_notice_view, GTK_TYPE_WIDGET)

static GdkRGBA
make_rgba (const MskNoticeColour *colour)
{
  return (GdkRGBA){ colour->red, colour->green, colour->blue, 1 };
}

static PangoLayout *
lay_out (GtkWidget *widget, const char *text, gboolean heading, double size, double width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr(PangoFontDescription) font =
                 pango_font_description_from_string (heading ? "Sans Bold" : "Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static double
measure_text (const char *text,
              gboolean heading,
              double size,
              double width,
              guint *lines,
              gpointer user_data)
{
  g_autoptr(PangoLayout) layout = lay_out (user_data, text, heading, size, width);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *lines = (guint) pango_layout_get_line_count (layout);
  return height;
}

static void
write_pieces (MskNoticeView *self, GtkSnapshot *snapshot, float width, float height)
{
  const MskNotice *notice = self->notice;
  const GdkRGBA ink = make_rgba (msk_notice_layout_get_ink (notice->rule));
  const MskNoticeRoom room = { width, height, 0 };
  g_autoptr(GArray) pieces = msk_notice_layout_compose (notice->chinese, notice->english,
                                                         notice->rule, &room, measure_text, self);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MskNoticePiece *piece = &g_array_index (pieces, MskNoticePiece, i);
      g_autoptr(PangoLayout) layout = lay_out (GTK_WIDGET (self), piece->text,
                                                msk_notice_layout_is_heading (piece->style),
                                                piece->size, piece->width);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - (float) piece->width) / 2,
                                                              (float) piece->y));
      gtk_snapshot_append_layout (snapshot, layout, &ink);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_frame (MskNoticeView *self, GtkSnapshot *snapshot, float width, float height)
{
  const MskNoticeFrame *frame = msk_notice_layout_get_frame (self->notice->rule);
  const GdkRGBA ink = make_rgba (msk_notice_layout_get_ink (self->notice->rule));
  const GdkRGBA colours[4] = { ink, ink, ink, ink };
  const float thick = (float) frame->thickness * height;
  const float side = frame->sides ? thick : 0;
  const float widths[4] = { thick, side, thick, side };

  for (guint i = 0; i < frame->count; i++)
    {
      const float inset = (float) frame->pitch * height * (0.5f + (float) i);
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline,
                                       &GRAPHENE_RECT_INIT (inset, inset, width - 2 * inset,
                                                            height - 2 * inset),
                                       0);
      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
    }
}

static void
msk_notice_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MskNoticeView *self = MSK_NOTICE_VIEW (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  GdkRGBA paper;

  if (self->notice == NULL)
    return;

  paper = make_rgba (msk_notice_layout_get_paper (self->notice->rule));
  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_frame (self, snapshot, width, height);
  write_pieces (self, snapshot, width, height);
}

static void
msk_notice_view_finalize (GObject *object)
{
  g_clear_pointer (&MSK_NOTICE_VIEW (object)->notice, msk_notice_free);

  G_OBJECT_CLASS (msk_notice_view_parent_class)->finalize (object);
}

static void
msk_notice_view_class_init (MskNoticeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_notice_view_finalize;
  widget_class->snapshot = msk_notice_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
msk_notice_view_init (MskNoticeView *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
}

void
msk_notice_view_take (MskNoticeView *self, MskNotice *notice)
{
  g_autofree char *label = NULL;

  g_return_if_fail (MSK_IS_NOTICE_VIEW (self));
  g_return_if_fail (notice != NULL);

  g_clear_pointer (&self->notice, msk_notice_free);
  self->notice = notice;
  label = g_strdup_printf ("%s %s", notice->chinese->headings[notice->rule],
                           notice->english->headings[notice->rule]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
