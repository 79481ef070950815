/* The rows of a form that lay down who may get a paper (M3) or be inside for an item (M4):
 * capacities, clearance, named people.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-paper.h"

G_BEGIN_DECLS

#define MSK_TYPE_SCOPE_GROUP (msk_scope_group_get_type ())
G_DECLARE_FINAL_TYPE (MskScopeGroup, msk_scope_group, MSK, SCOPE_GROUP, AdwPreferencesGroup)

/* Starts from a paper's scope, or from everybody for NULL. When it is bounded, what lies outside
 * that scope is not offered (M3). people is of MskAttendee. */
void msk_scope_group_fill (MskScopeGroup *self,
                           MskPaper *paper,
                           gboolean bounded,
                           GPtrArray *people);

/* Starts from who may be inside for an item; bound (of gint64, or NULL) are those who are let in
 * for it and for no other that does not name them. capacities rest where they may not be changed.
 * people is of MskAttendee. */
void msk_scope_group_fill_inside (MskScopeGroup *self,
                                  guint capacities,
                                  gboolean may_change,
                                  const GArray *bound,
                                  GPtrArray *people);

/* A set of 1 << MskCapacity. */
guint msk_scope_group_get_scope (MskScopeGroup *self);

/* 0 for the paper's level. */
MskLevel msk_scope_group_get_clearance (MskScopeGroup *self);

/* Of gint64, or NULL when the scope names nobody; empty when it has to and does not. The caller
 * owns it. */
GArray *msk_scope_group_dup_readers (MskScopeGroup *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
