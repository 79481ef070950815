/* A gate in the way of a run of the printer: shut, it waits between two copies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MSK_TYPE_PRINT_GATE (msk_print_gate_get_type ())
G_DECLARE_FINAL_TYPE (MskPrintGate, msk_print_gate, MSK, PRINT_GATE, GObject)

/* Signals:
 *   "opened": go on.
 * Open to begin with. For the main thread alone. The caller owns it. */
MskPrintGate *msk_print_gate_new (void) G_GNUC_WARN_UNUSED_RESULT;
void msk_print_gate_shut (MskPrintGate *self);
void msk_print_gate_open (MskPrintGate *self);
gboolean msk_print_gate_is_open (MskPrintGate *self);

G_END_DECLS
