/* A pad to sign on with a pen, a finger or the mouse: it keeps strokes, never a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-signature-pad.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The pad's height in thousandths of its width, and its least width in pixels. */
#define HEIGHT 360
#define LEAST_WIDTH 420

#define INK_WIDTH 2.4
#define LINE_AT 0.78 /* of the height: where one writes on */

struct _MskSignaturePad
{
  GtkWidget parent_instance;

  MskSignature *signature;
  gboolean takes;  /* FALSE once one is shown that was written before */
  gboolean by_pen; /* a pen is down: what the pointer says meanwhile is the same pen */
  gint64 began_at; /* of the first stroke, in the clock's microseconds */
  double from_x;   /* where the drag of a pointer began */
  double from_y;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MskSignaturePad, msk_signature_pad, GTK_TYPE_WIDGET)

static double
get_scale (MskSignaturePad *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width > 0 ? (double) MSK_SIGNATURE_WIDTH / width : 1;
}

static void
changed (MskSignaturePad *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A place on the widget as one of the pad. */
static void
write_at (MskSignaturePad *self, double x, double y, gboolean begins)
{
  const double scale = get_scale (self);
  const gint64 now = g_get_monotonic_time ();
  const int column = (int) lround (x * scale);
  const int row = (int) lround (y * scale);

  if (!self->takes)
    return;
  if (begins && msk_signature_count_strokes (self->signature) == 0)
    self->began_at = now;

  if (begins)
    msk_signature_begin_stroke (self->signature, column, row, (now - self->began_at) / 1000);
  else if (msk_signature_count_strokes (self->signature) > 0)
    msk_signature_add_point (self->signature, column, row, (now - self->began_at) / 1000);
  changed (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MskSignaturePad *self)
{
  self->from_x = x;
  self->from_y = y;
  /* A finger that writes does not scroll what the pad lies in. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!self->by_pen)
    write_at (self, x, y, TRUE);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, MskSignaturePad *self)
{
  if (!self->by_pen)
    write_at (self, self->from_x + dx, self->from_y + dy, FALSE);
}

static void
pen_down_cb (GtkGestureStylus *gesture, double x, double y, MskSignaturePad *self)
{
  self->by_pen = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  write_at (self, x, y, TRUE);
}

/* Where the pen was between two frames, too. */
static void
pen_motion_cb (GtkGestureStylus *gesture, double x, double y, MskSignaturePad *self)
{
  if (self->by_pen)
    write_at (self, x, y, FALSE);
}

static void
pen_up_cb (GtkGestureStylus *gesture, double x, double y, MskSignaturePad *self)
{
  self->by_pen = FALSE;
}

static void
draw_strokes (MskSignature *signature, cairo_t *cairo, double scale)
{
  for (guint i = 0; i < msk_signature_count_strokes (signature); i++)
    {
      guint count;
      const MskSignaturePoint *points = msk_signature_get_stroke (signature, i, &count);

      cairo_move_to (cairo, points[0].x * scale, points[0].y * scale);
      /* A stroke of one point is a dot. */
      for (guint j = count > 1 ? 1 : 0; j < count; j++)
        cairo_line_to (cairo, points[j].x * scale, points[j].y * scale);
      cairo_stroke (cairo);
    }
}

/* Ink on paper, in the dark too: it is what will be printed. */
static void
msk_signature_pad_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MskSignaturePad *self = MSK_SIGNATURE_PAD (widget);
  const double width = gtk_widget_get_width (widget);
  const double height = gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_set_source_rgb (cairo, 0.6, 0.6, 0.6);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, width * 0.05, height * LINE_AT);
  cairo_line_to (cairo, width * 0.95, height * LINE_AT);
  cairo_stroke (cairo);

  cairo_set_source_rgb (cairo, 0.05, 0.1, 0.35);
  cairo_set_line_width (cairo, INK_WIDTH);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  draw_strokes (self->signature, cairo, 1 / get_scale (self));
  cairo_destroy (cairo);
}

static GtkSizeRequestMode
msk_signature_pad_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Always of the same shape, so that a stroke has one place. */
static void
msk_signature_pad_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  const int width = for_size > 0 ? MAX (for_size, LEAST_WIDTH) : LEAST_WIDTH;
  const int height = (int) msk_signature_get_height (MSK_SIGNATURE_PAD (widget)->signature);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH
                                                       : width * height / MSK_SIGNATURE_WIDTH;
  *natural = *minimum;
}

static void
clear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_signature_pad_clear (MSK_SIGNATURE_PAD (widget));
}

static void
msk_signature_pad_finalize (GObject *object)
{
  g_clear_object (&MSK_SIGNATURE_PAD (object)->signature);

  G_OBJECT_CLASS (msk_signature_pad_parent_class)->finalize (object);
}

static void
msk_signature_pad_class_init (MskSignaturePadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_signature_pad_finalize;
  widget_class->snapshot = msk_signature_pad_snapshot;
  widget_class->get_request_mode = msk_signature_pad_get_request_mode;
  widget_class->measure = msk_signature_pad_measure;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "pad.clear", NULL, clear_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "pad.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "pad.clear", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "signature-pad");
}

static void
add_gestures (MskSignaturePad *self)
{
  GtkGesture *pen = gtk_gesture_stylus_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (pen, "down", G_CALLBACK (pen_down_cb), self);
  g_signal_connect (pen, "motion", G_CALLBACK (pen_motion_cb), self);
  g_signal_connect (pen, "up", G_CALLBACK (pen_up_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pen));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
msk_signature_pad_init (MskSignaturePad *self)
{
  self->signature = msk_signature_new (HEIGHT);
  self->takes = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pad for the signature"), -1);
  add_gestures (self);
}

MskSignature *
msk_signature_pad_get_signature (MskSignaturePad *self)
{
  g_return_val_if_fail (MSK_IS_SIGNATURE_PAD (self), NULL);

  return self->signature;
}

void
msk_signature_pad_show (MskSignaturePad *self, MskSignature *signature)
{
  g_return_if_fail (MSK_IS_SIGNATURE_PAD (self) && MSK_IS_SIGNATURE (signature));

  g_set_object (&self->signature, signature);
  self->takes = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  changed (self);
}

void
msk_signature_pad_clear (MskSignaturePad *self)
{
  g_return_if_fail (MSK_IS_SIGNATURE_PAD (self));

  if (!self->takes)
    return;

  g_object_unref (self->signature);
  self->signature = msk_signature_new (HEIGHT);
  changed (self);
}
