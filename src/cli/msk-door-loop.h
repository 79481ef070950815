/* The door on standard input and output: one code or command a line, one answer a line, after the
 * commit. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-door-desk.h"

G_BEGIN_DECLS

/* Read the names of enums. Fail with MSK_INPUT_ERROR_USAGE. */
gboolean msk_door_parse_direction (const char *name, MskDirection *direction, GError **error);
gboolean msk_door_parse_identity (const char *name, MskIdentity *identity, GError **error);

/* How many are inside, in all and by capacity. The caller owns it. */
JsonObject *msk_door_json_from_count (const MskHeadCount *count) G_GNUC_WARN_UNUSED_RESULT;

/* See msk_line_loop_run(); without obey_commands every line is a code. */
gboolean msk_door_loop_run (MskSession *session,
                            MskDirection direction,
                            gboolean obey_commands,
                            int fd,
                            GError **error);

G_END_DECLS
