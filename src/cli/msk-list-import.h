/* msk attendee import and check: a list out of a file, looked at or taken.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee-list.h"
#include "msk-cli.h"

G_BEGIN_DECLS

gboolean msk_list_import_run (MskCli *cli, GError **error);
gboolean msk_list_import_check (MskCli *cli, GError **error);

/* What is wrong and doubtful, into the answer; only a part of it when there is a great deal. */
void msk_list_import_answer (MskCli *cli, const MskAttendeeList *list);

/* The same, and for who reads the terminal. */
void msk_list_import_tell (MskCli *cli, const MskAttendeeList *list);

G_END_DECLS
