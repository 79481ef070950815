/* The one spelling of an enum value outside the program: in the register, in JSON, on the terminal.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The lower-case-with-hyphens name of a value: static text. A value outside the enum is a
 * programmer's mistake. */
const char *msk_enum_get_name (GType type, int value);

/* Reads a name back. Returns FALSE, and leaves value alone, when the enum has no such name. */
gboolean msk_enum_parse (GType type, const char *name, int *value);

G_END_DECLS
