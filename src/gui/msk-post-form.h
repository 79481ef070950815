/* The form that gives people a post, with its duty card in sight, or ends one (P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_POST_FORM (msk_post_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPostForm, msk_post_form, MSK, POST_FORM, MskForm)

/* Opens it over the page's window for people (of MskPledgeLine). ends: takes a post that somebody
 * of them has. */
void msk_post_form_open (MskPage *page, GPtrArray *lines, gboolean ends);

G_END_DECLS
