"""What only the staff side may import: whatever opens, codes or counts.

door         the staff side's connection and keys
key_holders  the private key, wrapped by passphrases and a recovery code
vault        the only thing that opens words, while it is unlocked
texts        which texts there are; redacted and released text, sealed again
codings      who gave which code to which text
readings     how people and programs read the texts that can be coded
quotes       what may be quoted: put forward, approved by another, then in the clear
cases        answers with process and setting, as they are counted
answer_view  closed answers with a column an item, for tools that read databases
accounts     who may sign in
throttle     how often a wrong password may be tried
"""
