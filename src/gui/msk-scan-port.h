/* Where the scanner plugs into the windows: reads its bursts wherever the focus is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "scanned" (const char *code): a code is complete. Its keys reached no widget. */
#define MSK_TYPE_SCAN_PORT (msk_scan_port_get_type ())
G_DECLARE_FINAL_TYPE (MskScanPort, msk_scan_port, MSK, SCAN_PORT, GObject)

MskScanPort *msk_scan_port_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* See msk_scanner_set_takes_letters(). */
void msk_scan_port_set_takes_letters (MskScanPort *self, gboolean takes_letters);

/* Listens on one more window, or on a menu that keeps the keys from its window. All windows share
 * one scanner, as the room does. */
void msk_scan_port_attach (MskScanPort *self, GtkWidget *widget);

G_END_DECLS
