/* People on the command line: by their ids, which say nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

/* The ids from the word at first on. NULL without an error when there is none and --all or
 * --inside was given. Fails with MSK_INPUT_ERROR_USAGE unless it is one of the three. The caller
 * owns it. */
gboolean msk_cli_read_people (MskCli *cli, guint first, GArray **people, GError **error);

/* A word that is the name of an enum value. Fails with MSK_INPUT_ERROR_USAGE. */
gboolean msk_cli_get_enum (MskCli *cli, guint index, GType type, int *value, GError **error);

/* Their names, a line each, below a heading; nothing when there is nobody. */
void msk_cli_say_people (MskCli *cli, const char *heading, GPtrArray *people);

G_END_DECLS
