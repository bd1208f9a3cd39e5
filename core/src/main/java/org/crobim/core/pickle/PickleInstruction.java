package org.crobim.core.pickle;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One instruction of the pickle machine; names and codes are those of Python's {@code pickletools}, protocols 0 to 5.
 *
 * @param name as in Python's documentation
 * @param action what it does
 */
record PickleInstruction(String name, Action action) {
    /** Ends the pickle; no action, the machine looks for it. */
    static final int STOP = '.';

    private static final int NEWEST_PROTOCOL = 5;
    private static final Map<Integer, PickleInstruction> BY_CODE = byCode();

    /** What an instruction does. */
    @FunctionalInterface
    interface Action {
        void run(PickleMachine machine) throws IOException;
    }

    /** How a value is read from the bytes behind an instruction. */
    @FunctionalInterface
    private interface Operand {
        Object read(PickleInput input) throws IOException;
    }

    /** The instruction with a code, 0..255. */
    static PickleInstruction of(int code) throws PickleException {
        PickleInstruction instruction = BY_CODE.get(code);
        if (instruction == null) {
            throw new PickleException("0x%02x is no instruction of a pickle".formatted(code));
        }
        return instruction;
    }

    private static Map<Integer, PickleInstruction> byCode() {
        Map<Integer, PickleInstruction> table = new HashMap<>();
        addNumbers(table);
        addTexts(table);
        addSequences(table);
        addMapsAndSets(table);
        addStackAndMemo(table);
        addCalls(table);
        addRefused(table);
        return Map.copyOf(table);
    }

    private static void addNumbers(Map<Integer, PickleInstruction> table) {
        value(table, 'N', "NONE", input -> PickleNone.NONE);
        value(table, 0x88, "NEWTRUE", input -> true);
        value(table, 0x89, "NEWFALSE", input -> false);
        value(table, 'I', "INT", input -> PickleText.integerOrBoolean(input.line()));
        value(table, 'L', "LONG", input -> PickleText.integer(input.line()));
        value(table, 'J', "BININT", input -> (long) input.signedInt());
        value(table, 'K', "BININT1", input -> (long) input.unsignedByte());
        value(table, 'M', "BININT2", input -> (long) input.unsignedShort());
        value(table, 0x8a, "LONG1", input -> littleEndianInteger(input, input.unsignedByte()));
        value(table, 0x8b, "LONG4", input -> littleEndianInteger(input, input.signedInt()));
        value(table, 'F', "FLOAT", input -> PickleText.decimal(input.line()));
        value(table, 'G', "BINFLOAT", PickleInput::bigEndianDouble);
    }

    private static void addTexts(Map<Integer, PickleInstruction> table) {
        value(table, 'V', "UNICODE", input -> PickleText.rawUnicode(input.line()));
        value(table, 0x8c, "SHORT_BINUNICODE", input -> input.utf8(input.unsignedByte()));
        value(table, 'X', "BINUNICODE", input -> input.utf8(input.unsignedInt()));
        value(table, 0x8d, "BINUNICODE8", input -> input.utf8(input.longWord()));
        value(table, 'S', "STRING", input -> PickleText.quoted(input.line()));
        value(table, 'U', "SHORT_BINSTRING", input -> input.oldText(input.unsignedByte()));
        value(table, 'T', "BINSTRING", input -> input.oldText(input.signedInt()));
        value(table, 'C', "SHORT_BINBYTES", input -> input.bytes(input.unsignedByte()));
        value(table, 'B', "BINBYTES", input -> input.bytes(input.unsignedInt()));
        value(table, 0x8e, "BINBYTES8", input -> input.bytes(input.longWord()));
        value(table, 0x96, "BYTEARRAY8", input -> input.bytes(input.longWord()));
    }

    private static void addSequences(Map<Integer, PickleInstruction> table) {
        value(table, ']', "EMPTY_LIST", input -> new ArrayList<>());
        value(table, ')', "EMPTY_TUPLE", input -> new PickleTuple(List.of()));
        action(
                table,
                'l',
                "LIST",
                machine -> machine.stack().push(machine.stack().popToMark()));
        action(
                table,
                't',
                "TUPLE",
                machine -> machine.stack().push(new PickleTuple(machine.stack().popToMark())));
        for (int count = 1; count <= 3; count++) {
            int items = count;
            action(
                    table,
                    0x84 + items,
                    "TUPLE" + items,
                    machine ->
                            machine.stack().push(new PickleTuple(machine.stack().pop(items))));
        }
        action(table, 'a', "APPEND", machine -> {
            Object item = machine.stack().pop();
            machine.stack().peekList().add(item);
        });
        action(table, 'e', "APPENDS", machine -> {
            List<Object> items = machine.stack().popToMark();
            machine.stack().peekList().addAll(items);
        });
    }

    private static void addMapsAndSets(Map<Integer, PickleInstruction> table) {
        value(table, '}', "EMPTY_DICT", input -> new LinkedHashMap<>());
        action(table, 'd', "DICT", machine -> {
            Map<Object, Object> map = new LinkedHashMap<>();
            PickleKeys.putAll(map, machine.stack().popToMark());
            machine.stack().push(map);
        });
        action(table, 's', "SETITEM", machine -> {
            List<Object> keyAndValue = machine.stack().pop(2);
            PickleKeys.putAll(machine.stack().peekMap(), keyAndValue);
        });
        action(table, 'u', "SETITEMS", machine -> {
            List<Object> keysAndValues = machine.stack().popToMark();
            PickleKeys.putAll(machine.stack().peekMap(), keysAndValues);
        });
        value(table, 0x8f, "EMPTY_SET", input -> new LinkedHashSet<>());
        action(table, 0x90, "ADDITEMS", machine -> {
            List<Object> items = machine.stack().popToMark();
            PickleKeys.addAll(machine.stack().peekSet(), items);
        });
        action(table, 0x91, "FROZENSET", machine -> {
            Set<Object> set = new LinkedHashSet<>();
            PickleKeys.addAll(set, machine.stack().popToMark());
            machine.stack().push(set);
        });
    }

    private static void addStackAndMemo(Map<Integer, PickleInstruction> table) {
        action(table, '(', "MARK", machine -> machine.stack().mark());
        action(table, '0', "POP", machine -> machine.stack().discard());
        action(table, '1', "POP_MARK", machine -> machine.stack().popToMark());
        action(
                table,
                '2',
                "DUP",
                machine -> machine.stack().push(machine.stack().peek()));
        action(table, 'p', "PUT", machine -> machine.remember(index(machine)));
        action(table, 'q', "BINPUT", machine -> machine.remember(machine.input().unsignedByte()));
        action(
                table,
                'r',
                "LONG_BINPUT",
                machine -> machine.remember(machine.input().unsignedInt()));
        action(table, 0x94, "MEMOIZE", PickleMachine::rememberNext);
        action(table, 'g', "GET", machine -> machine.recall(index(machine)));
        action(table, 'h', "BINGET", machine -> machine.recall(machine.input().unsignedByte()));
        action(
                table,
                'j',
                "LONG_BINGET",
                machine -> machine.recall(machine.input().unsignedInt()));
        action(table, 0x80, "PROTO", PickleInstruction::requireKnownProtocol);
        // Frames only help a reader to fetch bytes in larger pieces.
        action(table, 0x95, "FRAME", machine -> machine.input().longWord());
    }

    private static void addCalls(Map<Integer, PickleInstruction> table) {
        action(table, 'c', "GLOBAL", machine -> machine.stack().push(globalOfLines(machine)));
        action(table, 0x93, "STACK_GLOBAL", machine -> {
            String name = machine.stack().popText();
            String module = machine.stack().popText();
            machine.stack().push(machine.global(module, name));
        });
        action(table, 'R', "REDUCE", PickleInstruction::callWithTuple);
        action(table, 0x81, "NEWOBJ", PickleInstruction::callWithTuple);
        action(table, 0x92, "NEWOBJ_EX", machine -> {
            Object named = machine.stack().pop();
            if (!(named instanceof Map<?, ?> map) || !map.isEmpty()) {
                throw new PickleException("arguments with names are not supported");
            }
            callWithTuple(machine);
        });
        action(table, 'i', "INST", machine -> {
            PickleGlobal callee = globalOfLines(machine);
            machine.call(callee, machine.stack().popToMark());
        });
        action(table, 'o', "OBJ", machine -> {
            List<Object> calleeAndArguments = machine.stack().popToMark();
            if (calleeAndArguments.isEmpty()) {
                throw new PickleException("the name of what is called is missing");
            }
            machine.call(calleeAndArguments.get(0), calleeAndArguments.subList(1, calleeAndArguments.size()));
        });
        action(table, 'b', "BUILD", machine -> machine.build(machine.stack().pop()));
        action(
                table,
                'P',
                "PERSID",
                machine -> machine.persistent(machine.input().line()));
        action(
                table,
                'Q',
                "BINPERSID",
                machine -> machine.persistent(machine.stack().pop()));
    }

    private static void addRefused(Map<Integer, PickleInstruction> table) {
        for (int bytes = 1; bytes <= 3; bytes++) {
            refused(table, 0x81 + bytes, "EXT" + (1 << bytes - 1), "numbers of a Python registry are not supported");
        }
        refused(table, 0x97, "NEXT_BUFFER", "buffers outside of the pickle are not supported");
        refused(table, 0x98, "READONLY_BUFFER", "buffers outside of the pickle are not supported");
    }

    private static void value(Map<Integer, PickleInstruction> table, int code, String name, Operand operand) {
        action(table, code, name, machine -> machine.stack().push(operand.read(machine.input())));
    }

    private static void refused(Map<Integer, PickleInstruction> table, int code, String name, String reason) {
        action(table, code, name, machine -> {
            throw new PickleException(reason);
        });
    }

    private static void action(Map<Integer, PickleInstruction> table, int code, String name, Action action) {
        if (table.put(code, new PickleInstruction(name, action)) != null) {
            throw new IllegalStateException("Instruction 0x%02x is listed twice".formatted(code));
        }
    }

    private static Object littleEndianInteger(PickleInput input, int length) throws IOException {
        if (length < 0 || length > PickleText.LONGEST_INTEGER_BYTES) {
            throw new PickleException(
                    "an integer of %d bytes, at most %d are read".formatted(length, PickleText.LONGEST_INTEGER_BYTES));
        }
        byte[] bytes = input.bytes(length);
        byte[] bigEndian = new byte[length];
        for (int i = 0; i < length; i++) {
            bigEndian[i] = bytes[length - 1 - i];
        }
        return length == 0 ? 0L : PickleText.integer(new BigInteger(bigEndian));
    }

    private static long index(PickleMachine machine) throws IOException {
        if (PickleText.integer(machine.input().line()) instanceof Long index) {
            return index;
        }
        throw new PickleException("the number of a remembered value is too large");
    }

    private static void requireKnownProtocol(PickleMachine machine) throws IOException {
        int protocol = machine.input().unsignedByte();
        if (protocol > NEWEST_PROTOCOL) {
            throw new PickleException("protocol %d is unknown, 0 to %d are read".formatted(protocol, NEWEST_PROTOCOL));
        }
    }

    private static PickleGlobal globalOfLines(PickleMachine machine) throws IOException {
        String module = utf8(machine.input().line());
        return machine.global(module, utf8(machine.input().line()));
    }

    private static String utf8(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static void callWithTuple(PickleMachine machine) throws PickleException {
        PickleTuple arguments = machine.stack().popTuple();
        machine.call(machine.stack().pop(), arguments.items());
    }
}
