/* Where on a page each mark of a copy goes, and how large: pure arithmetic.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-stamp-plan.h"

#include <math.h>

#include "msk-print-template.h"
#include "msk-qr.h"

#define DEFAULT_PATH "copy/page.ini"
#define SCALE_STEP 0.05

/* How far a line of text reaches above and below its baseline, for a box around it: Han characters
 * fill more than Latin letters do. */
#define ASCENT 0.88
#define DESCENT 0.14

/* Between two boxes, in points. */
#define BOX_GAP 0.1

#define MEASURE(name, member, minimum, maximum)                                                    \
  {                                                                                                \
    name, G_STRUCT_OFFSET (MskStampTemplate, member), minimum, maximum                             \
  }

static const MskPrintMeasure measures[] = {
  MEASURE ("page/width", page_width, 50, 2000),
  MEASURE ("page/height", page_height, 50, 2000),
  MEASURE ("page/small-width", small_width, 20, 2000),
  MEASURE ("page/small-height", small_height, 20, 2000),
  MEASURE ("page/smallest-scale", smallest_scale, 0.2, 1),
  MEASURE ("page/edge", edge, 0, 30),
  MEASURE ("page/padding", padding, 0, 10),
  MEASURE ("block/left", block_left, 0, 200),
  MEASURE ("block/bottom-from-top", block_bottom, 0, 200),
  MEASURE ("block/size", block_size, 6, 40),
  MEASURE ("block/pitch", block_pitch, 6, 60),
  MEASURE ("level/from-edge", level_edge, 0, 50),
  MEASURE ("level/size", level_size, 6, 40),
  MEASURE ("footer/left", footer_left, 0, 200),
  MEASURE ("footer/from-edge", footer_edge, 0, 50),
  MEASURE ("footer/size", footer_size, 5, 40),
  /* Below half a millimetre a module is not read back reliably, whatever a template says. */
  MEASURE ("tag/module", module, 0.6, 3),
  MEASURE ("tag/smallest-module", smallest_module, 0.5, 3),
  MEASURE ("tag/number-size", number_size, 8, 40),
  MEASURE ("tag/groups-size", groups_size, 5, 40),
  MEASURE ("tag/groups-pitch", groups_pitch, 5, 60),
  MEASURE ("holder/largest-size", holder_size, 8, 200),
  MEASURE ("holder/length", holder_length, 0.1, 0.9),
  MEASURE ("holder/opacity", holder_opacity, 0.02, 0.5),
  { NULL },
};

static const MskPrintText texts[] = {
  { "fonts/heavy", G_STRUCT_OFFSET (MskStampTemplate, heavy_font) },
  { "fonts/plain", G_STRUCT_OFFSET (MskStampTemplate, plain_font) },
  { NULL },
};

MskStampTemplate *
msk_stamp_template_load (const char *path, GError **error)
{
  g_autoptr(MskStampTemplate) self = g_new0 (MskStampTemplate, 1);

  if (!msk_print_template_load (path != NULL ? path : DEFAULT_PATH, measures, texts, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
msk_stamp_template_free (MskStampTemplate *self)
{
  if (self == NULL)
    return;

  g_free (self->heavy_font);
  g_free (self->plain_font);
  g_free (self);
}

/* What one attempt at one scale works with; lengths in points. */
typedef struct
{
  const MskStampTemplate *template;
  const MskStampWidths *widths;
  double width, height;
  double margin_scale; /* of the places that follow the type area */
  double scale;        /* of text */
  double padding;
  MskStampPlan *plan;
} Attempt;

static void
add_rectangle (Attempt *attempt, double x, double y, double width, double height)
{
  MskStampPlan *plan = attempt->plan;

  g_assert (plan->rectangle_count < MSK_STAMP_RECTANGLES_MAX);
  plan->rectangles[plan->rectangle_count++] =
      (MskStampRectangle){ x - attempt->padding, y - attempt->padding, width + 2 * attempt->padding,
                           height + 2 * attempt->padding };
}

/* A single line with its own box; y is the middle of the line. */
static MskStampPlace
place_line (Attempt *attempt, double x, double y, double size, double width)
{
  double height = (ASCENT + DESCENT) * size;

  add_rectangle (attempt, x, y - height / 2, width * size, height);
  return (MskStampPlace){ x, y - height / 2 + DESCENT * size, size };
}

static void
place_block (Attempt *attempt)
{
  const MskStampTemplate *template = attempt->template;
  const MskStampWidths *widths = attempt->widths;
  double size = template->block_size * attempt->scale;
  double pitch = template->block_pitch * attempt->scale;
  double left = template->block_left * MSK_POINTS_PER_MM * attempt->margin_scale;
  double bottom =
      attempt->height - template->block_bottom * MSK_POINTS_PER_MM * attempt->margin_scale;
  guint lines = widths->urgency > 0 ? 3 : 2;
  double widest = MAX (widths->number, MAX (widths->mark, widths->urgency));

  for (guint i = 0; i < lines; i++)
    attempt->plan->block[i] =
        (MskStampPlace){ left, bottom + DESCENT * size + attempt->padding + (lines - 1 - i) * pitch,
                         size };
  add_rectangle (attempt, left, bottom + attempt->padding, widest * size,
                 (ASCENT + DESCENT) * size + (lines - 1) * pitch);
}

static void
place_levels (Attempt *attempt)
{
  double size = attempt->template->level_size * attempt->scale;
  double edge = attempt->template->level_edge * MSK_POINTS_PER_MM;
  double x = (attempt->width - attempt->widths->level * size) / 2;
  double middle = edge + size / 2;

  attempt->plan->level_top =
      place_line (attempt, x, attempt->height - middle, size, attempt->widths->level);
  attempt->plan->level_bottom = place_line (attempt, x, middle, size, attempt->widths->level);
}

static void
place_footer (Attempt *attempt)
{
  double size = attempt->template->footer_size * attempt->scale;
  double left =
      MAX (attempt->template->footer_left * attempt->margin_scale, attempt->template->edge) *
      MSK_POINTS_PER_MM;

  const double middle = attempt->template->footer_edge * MSK_POINTS_PER_MM + size / 2;

  attempt->plan->footer = place_line (attempt, left, middle, size, attempt->widths->footer);
  /* The boxes of both lines, and no more than the thickness of a line between them. */
  if (attempt->widths->copied > 0)
    attempt->plan->copied =
        place_line (attempt, left,
                    middle + (ASCENT + DESCENT) * size + 2 * attempt->padding + BOX_GAP, size,
                    attempt->widths->copied);
}

/* From the bottom: the lines of digits, the symbol, the copy number, one above the other about the
 * same middle. What is printed keeps off the paper's edge; the white about it need not. */
static void
place_tag (Attempt *attempt, guint modules)
{
  const MskStampTemplate *template = attempt->template;
  MskStampPlan *plan = attempt->plan;
  double module =
      MAX (template->module * attempt->scale, template->smallest_module) * MSK_POINTS_PER_MM;
  double symbol = modules * module;
  double quiet = MSK_QR_QUIET_ZONE * module;
  double groups_size = template->groups_size * attempt->scale;
  double number_size = template->number_size * attempt->scale;
  double groups_width = attempt->widths->groups * groups_size;
  double number_width = attempt->widths->number * number_size;
  double text_width = MAX (groups_width, number_width);
  double bottom = template->edge * MSK_POINTS_PER_MM;
  double middle = attempt->width - bottom - MAX (symbol, text_width) / 2;
  double half = MAX (symbol / 2 + quiet, text_width / 2 + attempt->padding);
  double y = bottom + DESCENT * groups_size + attempt->padding;

  for (guint i = 0; i < MSK_STAMP_GROUP_LINES; i++)
    {
      double above = (MSK_STAMP_GROUP_LINES - 1 - i) * template->groups_pitch * attempt->scale;

      plan->groups[i] = (MskStampPlace){ middle - groups_width / 2, y + above, groups_size };
    }
  y = plan->groups[0].y + ASCENT * groups_size + quiet;
  plan->code = (MskStampRectangle){ middle - symbol / 2, y, symbol, symbol };
  y += symbol + quiet;
  plan->number = (MskStampPlace){ middle - number_width / 2, y, number_size };
  y += ASCENT * number_size + attempt->padding;
  plan->rectangles[plan->rectangle_count++] =
      (MskStampRectangle){ middle - half, bottom, 2 * half, y - bottom };
}

static gboolean
overlap (const MskStampRectangle *a, const MskStampRectangle *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static gboolean
is_sound (const MskStampPlan *plan, double width, double height)
{
  for (guint i = 0; i < plan->rectangle_count; i++)
    {
      const MskStampRectangle *rectangle = &plan->rectangles[i];

      if (rectangle->x < 0 || rectangle->y < 0 || rectangle->x + rectangle->width > width ||
          rectangle->y + rectangle->height > height)
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (overlap (rectangle, &plan->rectangles[j]))
          return FALSE;
    }
  return TRUE;
}

/* How much smaller a page is than a given one, lying or standing; never above 1. */
static double
compare_page (double width, double height, double other_width, double other_height)
{
  double shorter = MIN (width, height) / (MIN (other_width, other_height) * MSK_POINTS_PER_MM);
  double longer = MAX (width, height) / (MAX (other_width, other_height) * MSK_POINTS_PER_MM);

  return MIN (1, MIN (shorter, longer));
}

gboolean
msk_stamp_plan_fit (const MskStampTemplate *template,
                    const MskStampWidths *widths,
                    double page_width,
                    double page_height,
                    gboolean first_page,
                    guint code_modules,
                    MskStampPlan *plan)
{
  Attempt attempt = { template, widths, page_width, page_height };
  double scale;

  g_return_val_if_fail (template != NULL && widths != NULL && plan != NULL, FALSE);

  attempt.margin_scale =
      compare_page (page_width, page_height, template->page_width, template->page_height);
  scale = compare_page (page_width, page_height, template->small_width, template->small_height);
  scale = MAX (scale, template->smallest_scale);

  for (; scale > template->smallest_scale - SCALE_STEP / 2; scale -= SCALE_STEP)
    {
      MskStampPlan tried = { 0 };

      attempt.scale = scale;
      attempt.padding = template->padding * MSK_POINTS_PER_MM * scale;
      attempt.plan = &tried;
      if (first_page)
        place_block (&attempt);
      place_levels (&attempt);
      place_footer (&attempt);
      place_tag (&attempt, code_modules);
      if (is_sound (&tried, page_width, page_height))
        {
          *plan = tried;
          return TRUE;
        }
    }
  return FALSE;
}
