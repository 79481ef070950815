/* A printer of this machine, reached through CUPS and distrusted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-printer.h"

G_BEGIN_DECLS

#define MSK_TYPE_CUPS_PRINTER (msk_cups_printer_get_type ())
G_DECLARE_FINAL_TYPE (MskCupsPrinter, msk_cups_printer, MSK, CUPS_PRINTER, GObject)

/* server: a socket's path or host:port; NULL means what the machine is set to. Checking and
 * printing each hold a conversation of their own, so one printer may be used from several threads,
 * though never for two copies at once. Besides what msk-printer.h names they fail with
 * MSK_INPUT_ERROR_BAD_VALUE (the queue's name, the reference), and MSK_SYSTEM_ERROR_PRINTER_LOST
 * and _CANCELLED. */
MskPrinter *msk_cups_printer_new (const char *server, const char *queue) G_GNUC_WARN_UNUSED_RESULT;
const char *msk_cups_printer_get_queue (MskCupsPrinter *self);

/* The queues to choose from: those of single printers of this machine, sorted. Blocks. Fails with
 * MSK_SYSTEM_ERROR_PRINTER_ABSENT, _REFUSED or _LOST, or MSK_RULE_ERROR_PRINTER_UNSAFE. None is an
 * empty list. */
GStrv msk_cups_printer_list_queues (const char *server, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
