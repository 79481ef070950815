/* What each role may call of the desk, for test-roles.c: one table a part of the work.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-test.h"

#define O (1u << MSK_ROLE_ORGANISER)
#define L (1u << MSK_ROLE_RESPONSIBLE_LEADER)
#define C (1u << MSK_ROLE_DESK_CLERK)
#define S (1u << MSK_ROLE_SECURITY_OFFICER)
#define A (1u << MSK_ROLE_SYSTEM_ADMINISTRATOR)
#define U (1u << MSK_ROLE_AUDITOR)
#define READERS (O | L | C | S | U)

/* Each calls one function with something that can be refused for other reasons later; what counts
 * is the domain and code of the error. */
typedef void (*Call) (MskSession *session, GError **error);

/* The roles are written out here again, apart from the table in core: this is what the organisation
 * was promised. */
typedef struct
{
  const char *name;
  Call call;
  guint roles;
  gboolean without_meeting; /* does not need one to be open */
} RoleRow;

/* Ends with a nameless row. */
extern const RoleRow role_rows_people[];
extern const RoleRow role_rows_devices[];
extern const RoleRow role_rows_circulation[];
extern const RoleRow role_rows_notice[];
extern const RoleRow role_rows_receipts[];
extern const RoleRow role_rows_return[];
extern const RoleRow role_rows_door[];
extern const RoleRow role_rows_handover[];
extern const RoleRow role_rows_incidents[];
extern const RoleRow role_rows_destruction[];
extern const RoleRow role_rows_archive[];
extern const RoleRow role_rows_sweep[];
