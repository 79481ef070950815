/* The holder's name, drawn faintly across every page of one copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-stamp-holder.h"

#include <math.h>

#include "msk-print-text.h"

/* From the baseline to the middle of a Han character, as a part of the size. */
#define MIDDLE 0.37

/* The name is see-through instead of pale, so that the text under it keeps its full black. */
static guint
add_resources (const MskStampTemplate *template,
               guint stamp_font,
               guint holder_font,
               MskStampObjects *objects)
{
  g_autoptr(GString) body = g_string_new (NULL);

  g_string_printf (body,
                   "<< /ColorSpace << /DefaultGray /DeviceGray >> /Font << /F %u 0 R /H %u 0 R >> "
                   "/ExtGState << /G << /Type /ExtGState /ca ",
                   stamp_font, holder_font);
  msk_stamp_append_number (body, template->holder_opacity);
  g_string_append (body, " >> >> >>");
  return msk_stamp_objects_add (objects, body->str);
}

MskStampHolder *
msk_stamp_holder_new (const MskStampTemplate *template,
                      const char *name,
                      guint stamp_font,
                      MskStampObjects *objects,
                      GError **error)
{
  g_autoptr(MskStampHolder) self = NULL;
  g_autoptr(MskStampFont) font = NULL;
  PangoContext *context;

  g_return_val_if_fail (template != NULL && name != NULL && objects != NULL, NULL);

  self = g_new0 (MskStampHolder, 1);
  font = msk_stamp_font_new ();
  context = msk_print_text_create_context ();
  self->template = template;
  self->run = msk_stamp_font_shape (font, context, template->heavy_font, name, error);
  g_object_unref (context);
  if (self->run == NULL)
    return NULL;

  self->resources =
      add_resources (template, stamp_font, msk_stamp_font_write (font, objects), objects);
  return g_steal_pointer (&self);
}

void
msk_stamp_holder_free (MskStampHolder *self)
{
  if (self == NULL)
    return;

  msk_stamp_run_free (self->run);
  g_free (self);
}

void
msk_stamp_holder_append (const MskStampHolder *self,
                         GString *content,
                         double page_width,
                         double page_height)
{
  double diagonal = hypot (page_width, page_height);
  double cosine = page_width / diagonal;
  double sine = page_height / diagonal;
  double size, along, across;

  g_return_if_fail (self != NULL && content != NULL);

  size = MIN (self->template->holder_size,
              self->template->holder_length * diagonal / MAX (self->run->width, 1));
  along = self->run->width * size / 2;
  across = MIDDLE * size;

  g_string_append (content, "q /G gs 0 g BT /H ");
  msk_stamp_append_number (content, size);
  g_string_append (content, " Tf ");
  msk_stamp_append_numbers (content,
                            (const double[]){ cosine, sine, -sine, cosine,
                                              page_width / 2 - cosine * along + sine * across,
                                              page_height / 2 - sine * along - cosine * across },
                            6);
  g_string_append (content, "Tm ");
  g_string_append (content, self->run->operators);
  g_string_append (content, "ET Q\n");
}
