/* The tag: the digits in a QR code by which the kit knows its own paper. README.md of this folder
 * specifies it in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MSK_TAG_VERSION 1
#define MSK_TAG_LENGTH 35
#define MSK_TAG_BODY_LENGTH 15
#define MSK_TAG_SERIAL_MAX G_GINT64_CONSTANT (999999999)
#define MSK_TAG_PAGE_MAX 9999

typedef enum
{
  MSK_TAG_KIND_COPY = 1,
  MSK_TAG_KIND_BADGE = 2,
  MSK_TAG_KIND_CARRIER = 3,
  MSK_TAG_KIND_DEPOSIT = 4,
  MSK_TAG_KIND_SEAL = 5,
} MskTagKind;

typedef struct
{
  MskTagKind kind;
  gint64 serial; /* of one print attempt; 1 … MSK_TAG_SERIAL_MAX, unique on the appliance */
  guint page;    /* 1 … MSK_TAG_PAGE_MAX; 1 for what has no pages */
  guint64 mac;   /* keyed BLAKE2b over the body; the store makes and checks it */
} MskTag;

/* Fills in the MAC of a tag whose other members are set. The desk hands this to print, which has no
 * keys. */
typedef void (*MskTagSignFunc) (MskTag *tag, gpointer user_data);

/* Writes the fifteen digits that the MAC is computed over, and a NUL. */
void msk_tag_write_body (const MskTag *tag, char body[MSK_TAG_BODY_LENGTH + 1]);

/* Writes the whole code, body and MAC, and a NUL. Both write the empty text for a tag that can't be
 * one, which is a programmer's mistake. */
void msk_tag_write (const MskTag *tag, char code[MSK_TAG_LENGTH + 1]);

/* Reads a code. Spaces, as in the groups printed for typing, and blanks around it are left out;
 * full-width digits are refused. Fails, leaving tag alone, with MSK_RULE_ERROR_FOREIGN_CODE for
 * anything that is not ours by form, or MSK_RULE_ERROR_CUT_CODE for digits that begin like ours and
 * are too few or too many. Does not say that the code is genuine: that takes the key. */
gboolean msk_tag_parse (const char *code, MskTag *tag, GError **error);

/* The code in seven groups of five, for people who type it. The caller owns it. */
char *msk_tag_dup_groups (const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
