/* A Type 3 font of just the glyphs that a stamp shows: a stamp stays text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-stamp-font.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "msk-error.h"
#include "msk-print-text.h"

/* Glyphs are measured at this size, so that a unit of the font is a thousandth of the em. */
#define EM 1000.0

/* A difference in place below this (in thousandths of the em) is rounding, not kerning. */
#define SAME_PLACE 0.5

/* A bound on the lines of a ToUnicode block, set by the format. */
#define BFCHAR_MAX 100

typedef struct
{
  double advance;
  double box[4]; /* left, bottom, right, top */
  char *outline;
  char *unicode; /* UTF-16, big endian, in hexadecimal digits; empty for the later glyphs of a
                    cluster */
} Glyph;

struct _MskStampFont
{
  GPtrArray *glyphs; /* of Glyph; its code is the index + 1 */
  GHashTable *codes; /* char * naming face, glyph, height and text -> code */
  cairo_t *cairo;    /* for outlines: nothing is drawn on it */
};

static void
free_glyph (gpointer data)
{
  Glyph *glyph = data;

  g_free (glyph->outline);
  g_free (glyph->unicode);
  g_free (glyph);
}

static char *
dup_utf16_hex (const char *text, gsize length)
{
  GString *hex = g_string_new (NULL);
  glong count = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, (glong) length, NULL, &count, NULL);

  for (glong i = 0; i < count; i++)
    g_string_append_printf (hex, "%04X", units[i]);
  return g_string_free (hex, FALSE);
}

static void
append_point (GString *text, const cairo_path_data_t *point)
{
  msk_stamp_append_number (text, round (point->point.x));
  g_string_append_c (text, ' ');
  /* Cairo's y axis points down, the font's up. */
  msk_stamp_append_number (text, round (-point->point.y));
  g_string_append_c (text, ' ');
}

/* Writes the current path of cairo as path operators. */
static char *
dup_path (cairo_t *cairo)
{
  static const char *const operators[] = { [CAIRO_PATH_MOVE_TO] = "m\n",
                                           [CAIRO_PATH_LINE_TO] = "l\n",
                                           [CAIRO_PATH_CURVE_TO] = "c\n" };
  cairo_path_t *path = cairo_copy_path (cairo);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = path->data + i;

      if (data->header.type == CAIRO_PATH_CLOSE_PATH)
        {
          g_string_append (text, "h\n");
          continue;
        }
      /* Cairo begins a new subpath where the last one closed; one that leads nowhere is left out.
       */
      if (data->header.type == CAIRO_PATH_MOVE_TO &&
          (i + data->header.length >= path->num_data ||
           data[data->header.length].header.type == CAIRO_PATH_MOVE_TO))
        continue;
      for (int j = 1; j < data->header.length; j++)
        append_point (text, data + j);
      g_string_append (text, operators[data->header.type]);
    }

  cairo_path_destroy (path);
  return g_string_free (text, FALSE);
}

static Glyph *
make_glyph (MskStampFont *self,
            PangoFont *font,
            const PangoGlyphInfo *info,
            const char *text,
            gsize length)
{
  Glyph *glyph = g_new0 (Glyph, 1);
  /* A mark that sits over a letter is raised within its outline: the stamp's text then needs
   * sideways moves alone. */
  cairo_glyph_t cairo_glyph = { info->glyph, 0, (double) info->geometry.y_offset / PANGO_SCALE };
  PangoRectangle logical;
  double top, bottom;

  pango_font_get_glyph_extents (font, info->glyph, NULL, &logical);
  glyph->advance = (double) logical.width / PANGO_SCALE;
  glyph->unicode = dup_utf16_hex (text, length);

  cairo_set_scaled_font (self->cairo, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  cairo_new_path (self->cairo);
  cairo_glyph_path (self->cairo, &cairo_glyph, 1);
  cairo_path_extents (self->cairo, &glyph->box[0], &top, &glyph->box[2], &bottom);
  glyph->box[0] = floor (glyph->box[0]);
  glyph->box[1] = floor (-bottom);
  glyph->box[2] = ceil (glyph->box[2]);
  glyph->box[3] = ceil (-top);
  glyph->outline = dup_path (self->cairo);
  return glyph;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)) && !g_unichar_iszerowidth (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

/* Returns the code of a glyph that stands for the given text, or 0 with an error. */
static guint8
take_glyph (MskStampFont *self,
            PangoFont *font,
            const PangoGlyphInfo *info,
            const char *text,
            gsize length,
            GError **error)
{
  PangoFontDescription *description = pango_font_describe (font);
  g_autofree char *face = pango_font_description_to_string (description);
  g_autofree char *key = g_strdup_printf ("%s/%u/%d/%.*s", face, info->glyph,
                                          info->geometry.y_offset, (int) length, text);
  guint code = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, key));
  Glyph *glyph;

  pango_font_description_free (description);
  if (code != 0)
    return (guint8) code;

  glyph = make_glyph (self, font, info, text, length);
  if (glyph->outline[0] == '\0' && !is_blank (text, length))
    {
      free_glyph (glyph);
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_MISSING_GLYPH,
                   _ ("The character “%.*s” has no outline that can be printed; write another "
                      "character."),
                   (int) length, text);
      return 0;
    }
  if (self->glyphs->len == MSK_STAMP_FONT_GLYPHS_MAX)
    {
      free_glyph (glyph);
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_MISSING_GLYPH,
                           _ ("The marks of a copy hold too many different characters to print; "
                              "shorten them."));
      return 0;
    }

  g_ptr_array_add (self->glyphs, glyph);
  g_hash_table_insert (self->codes, g_steal_pointer (&key), GUINT_TO_POINTER (self->glyphs->len));
  return (guint8) self->glyphs->len;
}

MskStampFont *
msk_stamp_font_new (void)
{
  MskStampFont *self = g_new0 (MskStampFont, 1);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);

  self->glyphs = g_ptr_array_new_with_free_func (free_glyph);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cairo = cairo_create (surface);
  cairo_surface_destroy (surface);
  return self;
}

void
msk_stamp_font_free (MskStampFont *self)
{
  if (self == NULL)
    return;

  cairo_destroy (self->cairo);
  g_hash_table_unref (self->codes);
  g_ptr_array_unref (self->glyphs);
  g_free (self);
}

void
msk_stamp_run_free (MskStampRun *run)
{
  if (run == NULL)
    return;

  g_free (run->operators);
  g_free (run);
}

/* Where the cluster that starts at a byte ends: at the nearest start of another that is greater. */
static gsize
find_cluster_end (const PangoGlyphItem *item, int start)
{
  int end = item->item->length;

  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    if (item->glyphs->log_clusters[i] > start)
      end = MIN (end, item->glyphs->log_clusters[i]);
  return (gsize) end;
}

typedef struct
{
  GString *operators;
  double x;   /* where the next glyph belongs, and … */
  double pen; /* … where the font's own widths have brought us, in thousandths of the em */
} Shaping;

static gboolean
append_glyph (MskStampFont *self,
              Shaping *shaping,
              PangoFont *font,
              const PangoGlyphInfo *info,
              const char *text,
              gsize length,
              GError **error)
{
  double x = shaping->x + (double) info->geometry.x_offset / PANGO_SCALE;
  guint8 code = take_glyph (self, font, info, text, length, error);
  const Glyph *glyph;

  if (code == 0)
    return FALSE;

  if (fabs (x - shaping->pen) > SAME_PLACE)
    {
      g_string_append_c (shaping->operators, '>');
      msk_stamp_append_number (shaping->operators, shaping->pen - x);
      g_string_append_c (shaping->operators, '<');
      shaping->pen = x;
    }
  g_string_append_printf (shaping->operators, "%02X", code);
  glyph = g_ptr_array_index (self->glyphs, code - 1);
  shaping->pen += glyph->advance;
  return TRUE;
}

static gboolean
append_item (MskStampFont *self,
             Shaping *shaping,
             const PangoGlyphItem *item,
             const char *text,
             GError **error)
{
  const PangoGlyphString *glyphs = item->glyphs;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      int cluster = glyphs->log_clusters[i];
      gboolean first = i == 0 || cluster != glyphs->log_clusters[i - 1];
      gsize length = first ? find_cluster_end (item, cluster) - (gsize) cluster : 0;

      if (info->glyph != PANGO_GLYPH_EMPTY &&
          !append_glyph (self, shaping, item->item->analysis.font, info,
                         text + item->item->offset + cluster, length, error))
        return FALSE;
      shaping->x += (double) info->geometry.width / PANGO_SCALE;
    }
  return TRUE;
}

MskStampRun *
msk_stamp_font_shape (MskStampFont *self,
                      PangoContext *context,
                      const char *face,
                      const char *text,
                      GError **error)
{
  g_autoptr(PangoLayout) layout = NULL;
  g_autoptr(GString) operators = g_string_new ("[<");
  Shaping shaping = { operators, 0, 0 };
  PangoLayoutLine *line;
  MskStampRun *run;

  g_return_val_if_fail (self != NULL && PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (face != NULL && text != NULL, NULL);

  layout = msk_print_text_lay_out (context, face, EM, text, FALSE, error);
  if (layout == NULL)
    return NULL;

  line = pango_layout_get_line_readonly (layout, 0);
  for (GSList *item = line->runs; item != NULL; item = item->next)
    if (!append_item (self, &shaping, item->data, text, error))
      return NULL;

  g_string_append (operators, ">] TJ ");
  run = g_new0 (MskStampRun, 1);
  run->operators = g_strdup (operators->str);
  run->width = shaping.x / EM;
  return run;
}

gboolean
msk_stamp_font_take_characters (MskStampFont *self,
                                PangoContext *context,
                                const char *face,
                                const char *text,
                                guint8 *codes,
                                double *widest,
                                GError **error)
{
  double greatest = 0;

  g_return_val_if_fail (self != NULL && text != NULL && codes != NULL, FALSE);

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      char single[2] = { text[i], '\0' };
      g_autoptr(MskStampRun) run = msk_stamp_font_shape (self, context, face, single, error);

      if (run == NULL)
        return FALSE;
      /* One character is one glyph here: "[<07>] TJ ". */
      codes[i] = (guint8) (g_ascii_xdigit_value (run->operators[2]) * 16 +
                           g_ascii_xdigit_value (run->operators[3]));
      greatest = MAX (greatest, run->width);
    }

  if (widest != NULL)
    *widest = greatest;
  return TRUE;
}

static guint
write_to_unicode (const MskStampFont *self, MskStampObjects *objects)
{
  g_autoptr(GString) map =
                 g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                               "/CMapName /MskStamp def\n/CMapType 2 def\n"
                               "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n");

  for (guint start = 0; start < self->glyphs->len; start += BFCHAR_MAX)
    {
      guint end = MIN (start + BFCHAR_MAX, self->glyphs->len);

      g_string_append_printf (map, "%u beginbfchar\n", end - start);
      for (guint i = start; i < end; i++)
        {
          const Glyph *glyph = g_ptr_array_index (self->glyphs, i);

          /* The format has no empty text; a joiner of no width stands in. */
          g_string_append_printf (map, "<%02X> <%s>\n", i + 1,
                                  glyph->unicode[0] != '\0' ? glyph->unicode : "200D");
        }
      g_string_append (map, "endbfchar\n");
    }
  g_string_append (map, "endcmap\nend\nend\n");
  return msk_stamp_objects_add_stream (objects, "", map->str, map->len);
}

static guint
write_glyph (const Glyph *glyph, MskStampObjects *objects)
{
  g_autoptr(GString) procedure = g_string_new (NULL);

  msk_stamp_append_number (procedure, glyph->advance);
  g_string_append (procedure, " 0 ");
  msk_stamp_append_numbers (procedure, glyph->box, G_N_ELEMENTS (glyph->box));
  g_string_append (procedure, "d1\n");
  g_string_append (procedure, glyph->outline);
  if (glyph->outline[0] != '\0')
    g_string_append (procedure, "f\n");
  return msk_stamp_objects_add_stream (objects, "", procedure->str, procedure->len);
}

static void
join_boxes (const MskStampFont *self, double box[4])
{
  for (guint i = 0; i < self->glyphs->len; i++)
    {
      const Glyph *glyph = g_ptr_array_index (self->glyphs, i);

      box[0] = MIN (box[0], glyph->box[0]);
      box[1] = MIN (box[1], glyph->box[1]);
      box[2] = MAX (box[2], glyph->box[2]);
      box[3] = MAX (box[3], glyph->box[3]);
    }
}

guint
msk_stamp_font_write (const MskStampFont *self, MskStampObjects *objects)
{
  g_autoptr(GString) procedures = g_string_new ("/CharProcs << ");
  g_autoptr(GString) names = g_string_new ("/Encoding << /Type /Encoding /Differences [1");
  g_autoptr(GString) widths = g_string_new (NULL);
  g_autoptr(GString) body = g_string_new (
      "<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0]\n/FontBBox [");
  double box[4] = { 0, 0, 0, 0 };

  g_return_val_if_fail (self != NULL && objects != NULL, 0);

  for (guint i = 0; i < self->glyphs->len; i++)
    {
      const Glyph *glyph = g_ptr_array_index (self->glyphs, i);

      g_string_append_printf (procedures, "/g%u %u 0 R ", i + 1, write_glyph (glyph, objects));
      g_string_append_printf (names, " /g%u", i + 1);
      msk_stamp_append_number (widths, glyph->advance);
      g_string_append_c (widths, ' ');
    }
  join_boxes (self, box);
  msk_stamp_append_numbers (body, box, G_N_ELEMENTS (box));
  g_string_append_printf (body, "]\n/FirstChar 1 /LastChar %u /Widths [%s]\n", self->glyphs->len,
                          widths->str);
  g_string_append_printf (body, "%s>>\n%s] >>\n/Resources << >> ", procedures->str, names->str);
  g_string_append_printf (body, "/ToUnicode %u 0 R >>", write_to_unicode (self, objects));
  return msk_stamp_objects_add (objects, body->str);
}
