/* A designated printer by its name, and what prints on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-designated-printer.h"

#include <glib/gi18n-lib.h>

#include "msk-cups-printer.h"
#include "msk-error.h"
#include "msk-folder-printer.h"

MskPrinter *
msk_designated_printer_make (const MskDesignatedPrinter *designated)
{
  return designated->kind == MSK_PRINTER_FOLDER ? msk_folder_printer_new (designated->target)
                                                : msk_cups_printer_new (NULL, designated->target);
}

MskDesignatedPrinter *
msk_designated_printer_find (MskSession *session, const char *name, GError **error)
{
  g_autoptr(GPtrArray) printers = msk_print_desk_list_printers (session, error);

  if (printers == NULL)
    return NULL;

  for (guint i = 0; i < printers->len; i++)
    if (g_str_equal (((MskDesignatedPrinter *) g_ptr_array_index (printers, i))->name, name))
      return g_ptr_array_steal_index (printers, i);

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED,
                       _ ("This printer is not designated for secret papers: choose one that is, "
                          "or ask the security officer."));
  return NULL;
}
