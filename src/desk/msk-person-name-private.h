/* People who are named in writing, as those who carry a copy, sign for it, or stand for a word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"

G_BEGIN_DECLS

/* A full name as it is kept. NULL with MSK_INPUT_ERROR_BAD_VALUE for nothing, several lines, and
 * for what has no letter, as “.”. The caller owns it. */
char *msk_person_name_dup (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Nobody gives leave to themselves: authority, who gave it, is another than the person it is for.
 * Fails with MSK_ACCESS_ERROR_SAME_PERSON. */
gboolean msk_person_name_check_authority (const char *authority,
                                          const char *person,
                                          GError **error);

/* M4: who was kept out of the meeting takes nothing of it away. Fails with MSK_RULE_ERROR_WITHDRAWN
 * or _REJECTED when those of the meeting who have one of these names, or look like it, were all
 * barred. Who is not on the lists at all may be a courier. second may be "". */
gboolean msk_person_name_check_carriers (MskDatabase *database,
                                         const char *bearer,
                                         const char *second,
                                         GError **error);

G_END_DECLS
