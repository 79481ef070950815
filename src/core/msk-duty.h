/* The posts of a meeting, each of which has a duty card (P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_POST_NONE, /* no post: of texts that are no duty card */
  MSK_POST_LEADER,
  MSK_POST_SECRETARY,
  MSK_POST_STAFF,
  MSK_POST_PRINT_CLERK,
  MSK_POST_DISPATCH_CLERK,
  MSK_POST_COMPUTER_OPERATOR,
  MSK_POST_PERSONNEL_OFFICER,
  MSK_POST_DRIVER,
  MSK_POST_SERVICE,
} MskPost;

/* The posts that have a card, as a set of 1 << MskPost. */
#define MSK_POSTS_ALL 0x3feu

/* The post in the user's language; "" for none. Static text. */
const char *msk_post_get_label (MskPost post);

/* A set of posts in the user's language: "driver, staff member", "" for none. The caller owns it.
 */
char *msk_posts_dup_label (guint posts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
