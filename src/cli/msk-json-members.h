/* Members of the answers' objects, as each type is written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* UTC in ISO 8601; null for 0. */
void msk_json_set_time (JsonObject *object, const char *member, gint64 at);

/* null for 0. */
void msk_json_set_number (JsonObject *object, const char *member, gint64 number);
void msk_json_set_enum (JsonObject *object, const char *member, GType type, int value);

/* null for "" and NULL, which is how the register says that there is none. */
void msk_json_set_text (JsonObject *object, const char *member, const char *text);

G_END_DECLS
