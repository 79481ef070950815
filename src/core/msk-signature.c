/* A signature that was written on the screen: its strokes as points, never as a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-signature.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "msk-error.h"

#define VERSION_MARK "1:"

struct _MskSignature
{
  GObject parent_instance;

  guint height;
  GArray *points; /* of MskSignaturePoint, stroke after stroke */
  GArray *starts; /* of guint: where each stroke begins in them */
};

G_DEFINE_FINAL_TYPE (MskSignature, msk_signature, G_TYPE_OBJECT)

static void
msk_signature_finalize (GObject *object)
{
  MskSignature *self = MSK_SIGNATURE (object);

  g_array_unref (self->points);
  g_array_unref (self->starts);

  G_OBJECT_CLASS (msk_signature_parent_class)->finalize (object);
}

static void
msk_signature_class_init (MskSignatureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_signature_finalize;
}

static void
msk_signature_init (MskSignature *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (MskSignaturePoint));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

MskSignature *
msk_signature_new (guint height)
{
  MskSignature *self = g_object_new (MSK_TYPE_SIGNATURE, NULL);

  self->height = CLAMP (height, MSK_SIGNATURE_LEAST_HEIGHT, MSK_SIGNATURE_MOST_HEIGHT);
  return self;
}

guint
msk_signature_get_height (MskSignature *self)
{
  g_return_val_if_fail (MSK_IS_SIGNATURE (self), 0);

  return self->height;
}

guint
msk_signature_count_strokes (MskSignature *self)
{
  g_return_val_if_fail (MSK_IS_SIGNATURE (self), 0);

  return self->starts->len;
}

const MskSignaturePoint *
msk_signature_get_stroke (MskSignature *self, guint stroke, guint *points)
{
  guint first, end;

  g_return_val_if_fail (MSK_IS_SIGNATURE (self) && stroke < self->starts->len, NULL);

  first = g_array_index (self->starts, guint, stroke);
  end = stroke + 1 < self->starts->len ? g_array_index (self->starts, guint, stroke + 1)
                                       : self->points->len;
  *points = end - first;
  return &g_array_index (self->points, MskSignaturePoint, first);
}

static const MskSignaturePoint *
get_last (MskSignature *self)
{
  return self->points->len == 0
             ? NULL
             : &g_array_index (self->points, MskSignaturePoint, self->points->len - 1);
}

/* A point as it is kept, or FALSE when there is room for none. */
static gboolean
make_point (MskSignature *self, int x, int y, gint64 at, MskSignaturePoint *point)
{
  const MskSignaturePoint *last = get_last (self);

  *point = (MskSignaturePoint){
    (guint) CLAMP (x, 0, MSK_SIGNATURE_WIDTH), (guint) CLAMP (y, 0, (int) self->height),
    (guint) CLAMP (at, last == NULL ? 0 : (gint64) last->at, MSK_SIGNATURE_MOST_TIME)
  };
  return self->points->len < MSK_SIGNATURE_MOST_POINTS;
}

gboolean
msk_signature_begin_stroke (MskSignature *self, int x, int y, gint64 at)
{
  MskSignaturePoint point;
  guint first;

  g_return_val_if_fail (MSK_IS_SIGNATURE (self), FALSE);

  if (self->starts->len >= MSK_SIGNATURE_MOST_STROKES || !make_point (self, x, y, at, &point))
    return FALSE;

  first = self->points->len;
  g_array_append_val (self->starts, first);
  g_array_append_val (self->points, point);
  return TRUE;
}

gboolean
msk_signature_add_point (MskSignature *self, int x, int y, gint64 at)
{
  MskSignaturePoint point;
  const MskSignaturePoint *last;

  g_return_val_if_fail (MSK_IS_SIGNATURE (self) && self->starts->len > 0, FALSE);

  if (!make_point (self, x, y, at, &point))
    return FALSE;

  last = get_last (self);
  if (point.x != last->x || point.y != last->y)
    g_array_append_val (self->points, point);
  return TRUE;
}

/* How far the pen went, and how far apart its outermost places are in the longer direction. */
static void
measure (MskSignature *self, double *ink, guint *extent)
{
  guint left = G_MAXUINT, right = 0, top = G_MAXUINT, bottom = 0;

  *ink = 0;
  for (guint stroke = 0; stroke < self->starts->len; stroke++)
    {
      guint count;
      const MskSignaturePoint *points = msk_signature_get_stroke (self, stroke, &count);

      for (guint i = 0; i < count; i++)
        {
          left = MIN (left, points[i].x);
          right = MAX (right, points[i].x);
          top = MIN (top, points[i].y);
          bottom = MAX (bottom, points[i].y);
          if (i > 0)
            *ink += hypot ((double) points[i].x - points[i - 1].x,
                           (double) points[i].y - points[i - 1].y);
        }
    }
  *extent = self->points->len == 0 ? 0 : MAX (right - left, bottom - top);
}

gboolean
msk_signature_check (MskSignature *self, GError **error)
{
  double ink;
  guint extent;

  g_return_val_if_fail (MSK_IS_SIGNATURE (self), FALSE);

  measure (self, &ink, &extent);
  if (ink >= MSK_SIGNATURE_LEAST_INK && extent >= MSK_SIGNATURE_LEAST_EXTENT)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_SIGNATURE,
                       _ ("This is no signature yet: write the full name on the pad."));
  return FALSE;
}

static void
append_stroke (GString *text, const MskSignaturePoint *points, guint count)
{
  g_string_append_printf (text, ";%u,%u,%u", points[0].x, points[0].y, points[0].at);
  for (guint i = 1; i < count; i++)
    g_string_append_printf (text, " %d,%d,%u", (int) points[i].x - (int) points[i - 1].x,
                            (int) points[i].y - (int) points[i - 1].y,
                            points[i].at - points[i - 1].at);
}

char *
msk_signature_dup_text (MskSignature *self)
{
  GString *text;

  g_return_val_if_fail (MSK_IS_SIGNATURE (self), NULL);

  text = g_string_new (VERSION_MARK);
  g_string_append_printf (text, "%u", self->height);
  for (guint stroke = 0; stroke < self->starts->len; stroke++)
    {
      guint count;
      const MskSignaturePoint *points = msk_signature_get_stroke (self, stroke, &count);

      append_stroke (text, points, count);
    }
  return g_string_free (text, FALSE);
}

/* Three whole numbers with commas between them, small enough for what is added up of them. */
static gboolean
parse_triple (const char *text, gint64 numbers[3])
{
  g_auto(GStrv) words = g_strsplit (text, ",", 4);

  if (g_strv_length (words) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_signed (words[i], 10, -MSK_SIGNATURE_MOST_TIME, MSK_SIGNATURE_MOST_TIME,
                                   &numbers[i], NULL))
      return FALSE;

  return TRUE;
}

static gboolean
parse_stroke (MskSignature *self, const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", MSK_SIGNATURE_MOST_POINTS + 1);
  gint64 place[3] = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 step[3];

      if (!parse_triple (words[i], step))
        return FALSE;
      for (guint j = 0; j < 3; j++)
        place[j] = i == 0 ? step[j] : place[j] + step[j];
      if (ABS (place[0]) > MSK_SIGNATURE_WIDTH || ABS (place[1]) > MSK_SIGNATURE_WIDTH)
        return FALSE;
      if (!(i == 0 ? msk_signature_begin_stroke
                   : msk_signature_add_point) (self, (int) place[0], (int) place[1], place[2]))
        return FALSE;
    }
  return words[0] != NULL;
}

/* What was brought within the bounds, or spelt otherwise, does not come out as it went in. */
static MskSignature *
parse (const char *text)
{
  g_autoptr(MskSignature) self = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *again = NULL;
  guint64 height;

  if (!g_str_has_prefix (text, VERSION_MARK))
    return NULL;

  parts = g_strsplit (text + strlen (VERSION_MARK), ";", MSK_SIGNATURE_MOST_STROKES + 2);
  if (parts[0] == NULL || !g_ascii_string_to_unsigned (parts[0], 10, MSK_SIGNATURE_LEAST_HEIGHT,
                                                       MSK_SIGNATURE_MOST_HEIGHT, &height, NULL))
    return NULL;

  self = msk_signature_new ((guint) height);
  for (guint i = 1; parts[i] != NULL; i++)
    if (!parse_stroke (self, parts[i]))
      return NULL;

  again = msk_signature_dup_text (self);
  return g_str_equal (again, text) ? g_steal_pointer (&self) : NULL;
}

MskSignature *
msk_signature_parse (const char *text, GError **error)
{
  g_autoptr(MskSignature) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = parse (text);
  if (self == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_SIGNATURE,
                           _ ("These are no strokes as the pad writes them: have it signed "
                              "again."));
      return NULL;
    }

  return msk_signature_check (self, error) ? g_steal_pointer (&self) : NULL;
}
