/* A printer as the desk sees it: something that may lose a job and must not be believed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-printer.h"

G_DEFINE_INTERFACE (MskPrinter, msk_printer, G_TYPE_OBJECT)

static void
msk_printer_default_init (MskPrinterInterface *interface)
{
  g_signal_new ("waits", G_TYPE_FROM_INTERFACE (interface), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

char *
msk_printer_dup_reference (gint64 serial)
{
  return g_strdup_printf ("%09" G_GINT64_FORMAT, serial);
}

void
msk_printer_set_media (MskPrinter *self, MskMedia media)
{
  g_return_if_fail (MSK_IS_PRINTER (self));

  if (MSK_PRINTER_GET_IFACE (self)->set_media != NULL)
    MSK_PRINTER_GET_IFACE (self)->set_media (self, media);
}

gboolean
msk_printer_check (MskPrinter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (MSK_IS_PRINTER (self), FALSE);

  return MSK_PRINTER_GET_IFACE (self)->check (self, cancellable, error);
}

MskPrintOutcome
msk_printer_print (MskPrinter *self,
                   GBytes *document,
                   const char *reference,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (MSK_IS_PRINTER (self), MSK_PRINT_OUTCOME_NOT_SENT);
  g_return_val_if_fail (document != NULL && reference != NULL, MSK_PRINT_OUTCOME_NOT_SENT);

  return MSK_PRINTER_GET_IFACE (self)->print (self, document, reference, cancellable, error);
}

void
msk_printer_emit_waits (MskPrinter *self, const char *reason)
{
  g_return_if_fail (MSK_IS_PRINTER (self) && reason != NULL);

  g_signal_emit_by_name (self, "waits", reason);
}

gboolean
msk_printer_is_two_sided (MskPrinter *self)
{
  g_return_val_if_fail (MSK_IS_PRINTER (self), FALSE);

  return MSK_PRINTER_GET_IFACE (self)->is_two_sided != NULL &&
         MSK_PRINTER_GET_IFACE (self)->is_two_sided (self);
}

gboolean
msk_printer_prove_empty (MskPrinter *self, GCancellable *cancellable, char **traces, GError **error)
{
  g_return_val_if_fail (MSK_IS_PRINTER (self) && traces != NULL, FALSE);

  *traces = NULL;
  return MSK_PRINTER_GET_IFACE (self)->prove_empty == NULL ||
         MSK_PRINTER_GET_IFACE (self)->prove_empty (self, cancellable, traces, error);
}

gboolean
msk_printer_clear (MskPrinter *self,
                   const char *const *references,
                   guint *removed,
                   char **traces,
                   GError **error)
{
  g_return_val_if_fail (MSK_IS_PRINTER (self) && references != NULL, FALSE);
  g_return_val_if_fail (removed != NULL && traces != NULL, FALSE);

  *traces = NULL;
  *removed = g_strv_length ((char **) references);
  return MSK_PRINTER_GET_IFACE (self)->clear == NULL ||
         MSK_PRINTER_GET_IFACE (self)->clear (self, references, removed, traces, error);
}
