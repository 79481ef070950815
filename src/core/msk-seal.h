/* The seal: the digits in a QR code that hold the head of a ledger on paper. README.md of this
 * folder specifies it in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MSK_SEAL_HASH_SIZE 32
#define MSK_SEAL_LENGTH 125
#define MSK_SEAL_BODY_LENGTH 105
#define MSK_SEAL_MEETING_MAX G_GINT64_CONSTANT (999999999)
#define MSK_SEAL_SEQUENCE_MAX G_GINT64_CONSTANT (99999999999999)

typedef struct
{
  gint64 meeting_id;               /* whose ledger it is; 0 for the appliance's */
  gint64 sequence;                 /* of the entry that was the ledger's last */
  guchar hash[MSK_SEAL_HASH_SIZE]; /* of that entry, and so of all before it */
  guint64 mac;                     /* keyed BLAKE2b over the body; the store makes and checks it */
} MskSeal;

/* Writes the digits that the MAC is computed over, and a NUL. */
void msk_seal_write_body (const MskSeal *seal, char body[MSK_SEAL_BODY_LENGTH + 1]);

/* Writes the whole code, body and MAC, and a NUL. Both write the empty text for a seal that can't
 * be one, which is a programmer's mistake. */
void msk_seal_write (const MskSeal *seal, char code[MSK_SEAL_LENGTH + 1]);

/* Reads a code; blanks are left out. Fails, leaving seal alone, with MSK_RULE_ERROR_FOREIGN_CODE
 * for anything that is no seal, or MSK_RULE_ERROR_CUT_CODE for digits that begin like one and are
 * too few or too many. Does not say that it is genuine: that takes the key. */
gboolean msk_seal_parse (const char *code, MskSeal *seal, GError **error);

G_END_DECLS
