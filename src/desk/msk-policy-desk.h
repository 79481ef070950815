/* What the security officer lays down for the appliance: the scheme of marks, active content.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-active-content.h"
#include "msk-scheme.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_SCHEME_RULE_KEEP,
  MSK_SCHEME_RULE_STRICT,   /* the authorities that the scheme comes with (C1) */
  MSK_SCHEME_RULE_NATIONAL, /* the loosest that it allows: the national rules */
} MskSchemeRule;

/* Only what is given changes. Another scheme comes as it is: earlier changes belonged to the one
 * before. The rule goes first, then single levels. */
typedef struct
{
  const char *name; /* NULL: the scheme stays */
  MskSchemeRule rule;
  struct
  {
    guint years; /* 0: the ceiling stays */
    gboolean has_authority;
    MskAuthority authority;
  } levels[MSK_LEVEL_TOP_SECRET + 1];
} MskSchemeChange;

/* Of MskScheme as the program comes with them, the default first. Whoever may
 * open a meeting may look. The caller owns it. */
GPtrArray *msk_policy_desk_list_schemes (MskSession *session,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The scheme that a new meeting would take. The caller owns it. */
MskScheme *msk_policy_desk_get_scheme (MskSession *session,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For the security officer alone. Meetings that exist keep theirs. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND, or MSK_INPUT_ERROR_BAD_VALUE beyond what the scheme allows. */
gboolean msk_policy_desk_change_scheme (MskSession *session,
                                        const MskSchemeChange *change,
                                        GError **error);

gboolean msk_policy_desk_get_active_content (MskSession *session,
                                             MskActiveContent *active_content,
                                             GError **error);

/* For the security officer alone; holds for papers that are taken in from now on. */
gboolean msk_policy_desk_set_active_content (MskSession *session,
                                             MskActiveContent active_content,
                                             GError **error);

G_END_DECLS
